package app

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// codeActions are what a supervisor can do with a code.
func (s *codebookScreen) codeActions(code model.Code) []fyne.CanvasObject {
	t := s.program.words.T
	var all []fyne.CanvasObject
	add := func(key, hint string, act func()) {
		b := ui.NewButton(t(key), ui.Plain, act)
		b.SetTooltip(t(key+".why"), hint)
		all = append(all, b)
	}
	add("code.up", "Alt+Up", func() { s.shift(-1) })
	add("code.down", "Alt+Down", func() { s.shift(1) })
	if !code.Offered() {
		add("code.restore", "", func() { s.edit(s.program.project.RestoreCode(s.picked, code.Key)) })
		return all
	}
	add("code.merge", "", func() { s.askMerge(code) })
	add("code.splitUp", "", func() { s.askSplit(code) })
	add("code.retire", "", func() { s.edit(s.program.project.RetireCode(s.picked, code.Key)) })
	return all
}

// offered are the codes of the list that new work may use, but for one.
func (s *codebookScreen) offered(but string) []ui.Choice {
	choices := codeChoices(s.program, s.picked)
	return slices.DeleteFunc(choices, func(c ui.Choice) bool { return c.Key == but })
}

// askMerge asks which code is to stand for another.
func (s *codebookScreen) askMerge(code model.Code) {
	t := s.program.words.T
	ui.ShowFinder(s.program.window, ui.FinderOptions{
		Placeholder: t("code.merge.into", code.Names.In(s.program.words.Language())), EmptyLabel: t("choose.none"), Choices: s.offered(code.Key),
		OnPicked: func(into string) {
			if s.edit(s.program.project.MergeCode(s.picked, code.Key, into)) {
				s.tellUsers(s.program.project.CodeUsers(s.picked, code.Key))
			}
		},
	})
}

// askSplit asks for the codes that are to share out what one means: some of the
// list, or new ones by their names.
func (s *codebookScreen) askSplit(code model.Code) {
	t := s.program.words.T
	parts := ui.NewChooser(ui.ChooserOptions{
		Placeholder: t("code.split.parts"), EmptyLabel: t("choose.none"), Multiple: true,
		CreateLabel: func(text string) string { return t("choose.create", text) },
	}, nil)
	choices := s.offered(code.Key)
	parts.SetChoices(choices)
	added := map[string]string{} // names by key
	parts.OnCreate = func(name string) {
		key := codeKey(name)
		if key == "" {
			return
		}
		if _, taken := s.program.project.Codebook().Entry(s.picked, key); !taken && added[key] == "" {
			added[key] = name
			choices = append(choices, ui.Choice{Key: key, Label: name})
			parts.SetChoices(choices)
		}
		if !slices.Contains(parts.Picked(), key) {
			parts.SetPicked(append(parts.Picked(), key)...)
		}
	}
	ui.ShowDialog(s.program.window, ui.DialogOptions{
		Title: t("code.split.title", code.Names.In(s.program.words.Language())), Text: t("code.splitUp.why"), Content: parts, Width: 520,
		Buttons: []ui.DialogButton{
			{Label: t("code.split.do"), Kind: ui.Primary, OnTapped: func() { s.split(code.Key, parts.Picked(), added) }},
			{Label: t("cancel"), Cancel: true},
		},
	})
	s.program.window.Canvas().Focus(parts)
}

func (s *codebookScreen) split(key string, keys []string, added map[string]string) {
	var parts []model.Code
	for _, part := range keys {
		code := model.Code{Key: part}
		if name := added[part]; name != "" {
			code.Names = model.Names{En: name}
			if s.program.words.RTL() {
				code.Names = model.Names{Ar: name}
			}
		}
		parts = append(parts, code)
	}
	users, err := s.program.project.SplitCode(s.picked, key, parts)
	if s.edit(err) {
		s.tellUsers(users, nil)
	}
}

// tellUsers says in how many places a changed code stands, and offers the work
// list.
func (s *codebookScreen) tellUsers(users []model.CodeUser, err error) {
	p := s.program
	if err != nil {
		p.fail(err)
		return
	}
	if len(users) > 0 {
		p.notices.Notify(ui.Notice{
			Kind: ui.Warning, Text: p.words.N("codebook.users", len(users)), Action: p.words.T("codebook.toWork"),
			OnAction: func() { p.leaveFor(func() screen { return newWorkScreen(p) }) },
		})
	}
}

// askAdd asks for the key and the names of a new code, which stands behind the
// one at hand.
func (s *codebookScreen) askAdd() {
	if s.kind() != "" || !s.writable() {
		s.program.hint("codebook.noCode")
		return
	}
	t := s.program.words.T
	questions := []question{
		{t("code.inArabic", t("code.name")), line(ui.RightToLeft), ""},
		{t("code.inEnglish", t("code.name")), line(ui.LeftToRight), ""},
		{t("code.key"), line(ui.LeftToRight), ""},
	}
	s.program.ask(t("codebook.add"), t("code.key.why"), questions, func(answers []string) error {
		code := model.Code{Key: answers[2], Names: model.Names{Ar: answers[0], En: answers[1]}}
		if code.Key == "" {
			code.Key = s.freeKey(code.Names)
		}
		before, family := s.behind()
		code.Family = family
		if err := s.program.project.AddCode(s.picked, code, before); err != nil {
			return err
		}
		s.key = code.Key
		s.edit(nil)
		s.program.window.Canvas().Focus(s.form.texts[2].box.entry)
		return nil
	})
}

// behind returns the key of the code behind the one at hand in its family, ""
// at the end, and the family.
func (s *codebookScreen) behind() (before, family string) {
	at := s.list.current
	if at < 0 {
		return "", ""
	}
	if next := at + 1; next < len(s.rows) && !s.rows[next].head {
		before = s.rows[next].key
	}
	return before, s.rows[at].family
}

// freeKey makes a key from names that the list does not have yet.
func (s *codebookScreen) freeKey(names model.Names) string {
	key := codeKey(names.In("en"))
	free := key
	for n := 2; free != ""; n++ {
		if _, taken := s.program.project.Codebook().Entry(s.picked, free); !taken {
			break
		}
		free = key + "_" + strconv.Itoa(n)
	}
	return free
}

// codeNames are the names of codes, one after the other.
func (p *program) codeNames(refs []model.CodeRef) string {
	var names []string
	for _, ref := range refs {
		code, _ := p.project.Codebook().Entry(ref.List, ref.Key)
		names = append(names, words.Isolate(cmp.Or(code.Names.In(p.words.Language()), ref.Key)))
	}
	return strings.Join(names, p.words.T("list.comma"))
}

// question is one field of a dialog.
type question struct {
	label   string
	options ui.EntryOptions
	answer  string // shown at first
}

// ask asks for some words. Answers that then refuses are asked for again, with
// the reason.
func (p *program) ask(title, text string, questions []question, then func(answers []string) error) {
	content := ui.NewColumn(2 * ui.Step)
	entries := make([]*ui.Entry, len(questions))
	for i, q := range questions {
		entries[i] = ui.NewEntry(q.options)
		entries[i].SetText(q.answer)
		content.Add(labelled(q.label, entries[i]))
	}
	done := func() {
		again, answers := slices.Clone(questions), make([]string, len(questions))
		for i, e := range entries {
			again[i].answer, answers[i] = e.Text(), e.Text()
		}
		if err := then(answers); err != nil {
			p.ask(title, p.message(err), again, then)
		}
	}
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: title, Text: text, Content: content, Width: 480,
		Buttons: []ui.DialogButton{
			{Label: p.words.T("ask.do"), Kind: ui.Primary, Default: true, OnTapped: done},
			{Label: p.words.T("cancel"), Cancel: true},
		},
	})
	p.window.Canvas().Focus(entries[0])
}
