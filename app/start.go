package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/annotate"
	"hashiya/app/filepicker"
	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/assets"
	"hashiya/model"
	"hashiya/model/sqlite"
	"hashiya/samples"
)

// projectExtension is given to new projects made in the window.
const projectExtension = ".hashiya"

// startScreen asks who works and which project to open.
type startScreen struct {
	program *program
	name    *ui.Entry
	role    *ui.Chooser
	problem *ui.Text
	latest  *ui.Card // the project opened last; nil for none
	first   func()   // what Enter does: the project at the top, or a new one
}

func newStartScreen(p *program) *startScreen { return &startScreen{program: p} }

func (s *startScreen) content() fyne.CanvasObject {
	p := s.program
	t := p.words.T
	s.name = ui.NewEntry(ui.EntryOptions{Placeholder: t("start.name.hint"), Direction: ui.FirstStrong})
	s.name.SetText(p.name)
	s.name.OnKey = func(key fyne.KeyName) bool {
		enter := key == fyne.KeyReturn || key == fyne.KeyEnter
		if enter {
			s.act(s.first)
		}
		return enter
	}
	s.role = ui.NewChooser(ui.ChooserOptions{}, []ui.Choice{
		{Key: string(model.RoleAnnotator), Label: t("role.annotator")},
		{Key: string(model.RoleSupervisor), Label: t("role.supervisor")},
	})
	role := p.role
	if role == "" {
		role = model.RoleAnnotator
	}
	s.role.SetPicked(string(role))
	s.problem = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorWarning})
	s.problem.Hide()

	who := ui.NewColumn(2*ui.Step,
		heading(t("start.who")),
		small(t("start.who.why")),
		labelled(t("start.name"), s.name),
		labelled(t("start.role"), s.role),
		s.problem)
	open := ui.NewColumn(2*ui.Step, heading(t("start.project")))
	recent := p.kept.Recent
	s.first = s.askNew
	if len(recent) > 0 {
		s.first = func() { p.open(recent[0]) }
	}
	if p.path != "" {
		s.first = func() { p.open(p.path) }
		open.Add(ui.NewButton(t("start.continue", projectName(p.path)), ui.Primary, func() { s.act(s.first) }))
	}
	for i, path := range recent[:min(len(recent), mostRecentShown)] {
		card := s.recent(path)
		if open.Add(card); i == 0 && p.path == "" {
			s.latest = card
		}
	}
	kind := ui.Plain
	if p.path == "" && len(recent) == 0 {
		kind = ui.Primary
	}
	open.Add(ui.NewButton(t("start.new"), kind, func() { s.act(s.askNew) }))
	open.Add(ui.NewButton(t("start.open"), ui.Plain, func() { s.act(s.askOpen) }))
	open.Add(ui.NewButton(t("start.demo"), ui.Plain, func() { s.act(s.askDemo) }))

	brand := ui.NewText(t("app.name"), ui.TextStyle{Size: 34, Weight: ui.Bold, Color: ui.ColorAccent})
	motto := ui.NewText(t("start.motto"), ui.TextStyle{Color: ui.ColorSecondary})
	card := func(content fyne.CanvasObject) fyne.CanvasObject {
		return ui.Expand(ui.NewFixed(342, 0, ui.NewCard(content)))
	}
	cards := ui.NewRow(4*ui.Step, card(who), card(open))
	return container.NewStack(fill(ui.ColorWindow), container.NewCenter(ui.NewColumn(6*ui.Step, ui.NewColumn(ui.Step, brand, motto), cards)))
}

func (s *startScreen) shown() {
	switch canvas := s.program.window.Canvas(); {
	case s.program.name == "":
		canvas.Focus(s.name)
	case s.latest != nil:
		canvas.Focus(s.latest) // Enter goes on where the work was left
	}
}

// act keeps who the person is, then goes on; without a name it asks for one.
func (s *startScreen) act(next func()) {
	p := s.program
	name := strings.TrimSpace(s.name.Text())
	if name == "" {
		s.problem.SetText(p.words.T("start.name.missing"))
		s.problem.Show()
		p.window.Canvas().Focus(s.name)
		return
	}
	p.name, p.role = name, model.RoleAnnotator
	if picked := s.role.Picked(); len(picked) > 0 {
		p.role = model.Role(picked[0])
	}
	p.remember(func(kept *settings.Settings) { kept.Name, kept.Role = p.name, string(p.role) })
	next()
}

func (s *startScreen) askOpen() {
	p := s.program
	p.askPath(filepicker.Options{
		Mode: filepicker.Open, Title: p.words.T("start.open"), Extensions: p.projectFiles(),
	}, func(paths []string) { p.open(paths[0]) })
}

func (s *startScreen) askNew() { s.askPlace("start.new", "project", nil) }

func (s *startScreen) askDemo() { s.askPlace("start.demo", "demo", samples.JSONL()) }

// askPlace asks where a new project is to lie. A file that is there may be a
// project: it is never replaced.
func (s *startScreen) askPlace(title, name string, jsonl []byte) {
	p := s.program
	p.askPath(filepicker.Options{
		Mode: filepicker.Save, Keep: true, Title: p.words.T(title), Name: name + projectExtension,
		Extensions: p.projectFiles()[:1],
	}, func(paths []string) { s.create(paths[0], jsonl) })
}

// create makes a project and opens it, with articles in native JSONL when some
// are given.
func (s *startScreen) create(path string, jsonl []byte) {
	p := s.program
	name := projectName(path)
	store, err := annotate.Create(path, name, assets.Codebook(),
		func(path string, project model.Project, codebook model.CodebookRow) (*sqlite.Store, error) {
			return sqlite.Create(path, project, codebook, sqlite.Options{
				Devices: p.settings, Holder: p.words.T("lock.holder", p.name),
			})
		})
	if err != nil {
		p.fail(err)
		return
	}
	p.enter(store)
	if jsonl != nil {
		p.importBytes(jsonl)
	}
}

// heading, small and labelled are the texts of simple forms.
func heading(text string) *ui.Text { return ui.NewText(text, ui.TextStyle{Weight: ui.Bold}) }

func small(text string) *ui.Paragraph {
	return ui.NewParagraph(text, ui.ParagraphStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary})
}

func labelled(label string, field fyne.CanvasObject) fyne.CanvasObject {
	name := ui.NewText(label, ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary})
	return ui.NewColumn(ui.Step, name, field)
}
