package app

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/app/filepicker"
	"hashiya/app/ui"
	"hashiya/model"
)

// mostFaults bounds how many problems of a codebook file the window names; the
// command line names all.
const mostFaults = 100

// codebookFiles are the kinds of files that hold a codebook.
func (s *codebookScreen) codebookFiles() []filepicker.Filter {
	t := s.program.words.T
	return []filepicker.Filter{{Label: t("codebook.file"), Exts: []string{".json"}}, {Label: t("file.kind.all")}}
}

// askExport asks for the file to write the codebook to.
func (s *codebookScreen) askExport() {
	p := s.program
	p.askPath(filepicker.Options{
		Mode: filepicker.Save, Title: p.words.T("codebook.export"), Extensions: s.codebookFiles()[:1],
		Name: fmt.Sprintf("%s-%d.json", p.project.Codebook().ID, p.project.Codebook().Version),
	}, func(paths []string) {
		if err := writeCodebook(paths[0], p.project.Codebook()); err != nil {
			p.fail(err)
			return
		}
		p.notices.Notify(ui.Notice{Kind: ui.Warning, Text: p.words.T("codebook.exported", paths[0])})
	})
}

// writeCodebook writes a file that appears, or is replaced, only when all of it
// is on the disk. The picker has asked whether it may be replaced.
func writeCodebook(path string, codebook *model.Codebook) error {
	var body bytes.Buffer
	if err := annotate.ExportCodebook(&body, codebook); err != nil {
		return err
	}
	target, err := dataset.NewTarget(path, false, true)
	if err != nil {
		return err
	}
	defer target.Abort()
	file, err := target.Create("")
	if err != nil {
		return err
	}
	if _, err := file.Write(body.Bytes()); err != nil {
		return err
	}
	return target.Commit()
}

// askImport asks for a codebook file and shows what taking it in would do.
func (s *codebookScreen) askImport() {
	p := s.program
	if !s.writable() || !s.release() {
		return
	}
	p.askPath(filepicker.Options{Mode: filepicker.Open, Title: p.words.T("codebook.import"), Extensions: s.codebookFiles()},
		func(paths []string) { s.check(paths[0]) })
}

func (s *codebookScreen) check(path string) {
	p := s.program
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = annotate.ErrNotFile // opening a pipe would wait for somebody to write into it
	}
	if err != nil {
		p.fail(err)
		return
	}
	file, err := os.Open(path)
	if err != nil {
		p.fail(err)
		return
	}
	defer file.Close()
	report, err := p.project.CheckCodebook(file)
	if err != nil {
		p.fail(err)
		return
	}
	s.showReport(report)
}

// showReport names every problem of the file by its line, and offers to take
// the good part.
func (s *codebookScreen) showReport(report *annotate.CodebookReport) {
	p, t := s.program, s.program.words.T
	faults := 0
	for _, problem := range report.Problems {
		if !problem.Minor {
			faults++
		}
	}
	summary := []string{}
	if faults > 0 {
		summary = append(summary, p.words.N("codebook.faults", faults))
	}
	if report.Applicable() {
		summary = append(summary, t("codebook.would", len(report.Added), len(report.Changed), len(report.Removed), len(report.Kept)))
	} else {
		summary = append(summary, t("codebook.useless"))
	}
	buttons := []ui.DialogButton{{Label: t("cancel"), Cancel: true, Default: !report.Applicable()}}
	if report.Applicable() {
		label := "codebook.takePart"
		if report.Whole() {
			label = "codebook.take"
		}
		take := func() {
			if s.edit(p.project.ApplyPart(report)) {
				p.tell(t("codebook.taken", p.project.Codebook().Version))
			}
		}
		buttons = append(buttons, ui.DialogButton{Label: t(label), Kind: ui.Primary, Default: true, OnTapped: take})
	}
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: t("codebook.report"), Text: strings.Join(summary, "\n"), Content: s.faultLines(report.Problems), Width: 680, Buttons: buttons,
	})
}

// faultLines are the problems, each with its line in the file.
func (s *codebookScreen) faultLines(problems []model.CodebookProblem) fyne.CanvasObject {
	list := ui.NewColumn(ui.Step)
	for _, problem := range problems[:min(len(problems), mostFaults)] {
		style := ui.ParagraphStyle{Size: ui.SizeSmall, Color: ui.ColorWarning, Direction: ui.LeftToRight}
		if problem.Minor {
			style.Color = ui.ColorSecondary
		}
		list.Add(ui.NewParagraph(problem.Error(), style))
	}
	if rest := len(problems) - mostFaults; rest > 0 {
		list.Add(small(s.program.words.N("problems.more", rest)))
	}
	return list
}
