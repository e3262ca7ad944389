package app

import (
	"fmt"
	"strconv"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// mostProblems bounds how many problems the question before submitting names.
const mostProblems = 6

// showProblems lists what is missing or contradictory; picking one opens the
// card and gives the keyboard to the field.
func (s *annotateScreen) showProblems() {
	s.form.commit()
	problems := s.session.Problems()
	t := s.program.words.T
	if len(problems) == 0 {
		s.program.tell(t("problems.none"))
		return
	}
	choices := make([]ui.Choice, len(problems))
	for i, p := range problems {
		choices[i] = ui.Choice{Key: strconv.Itoa(i), Label: s.problemText(p), Detail: s.problemPlace(p)}
	}
	ui.ShowFinder(s.program.window, ui.FinderOptions{
		Placeholder: t("problems.placeholder"), EmptyLabel: t("choose.none"), Choices: choices,
		OnPicked: func(key string) {
			if i, err := strconv.Atoi(key); err == nil {
				s.goToProblem(problems[i])
			}
		},
	})
}

// goToProblem opens what a problem is about.
func (s *annotateScreen) goToProblem(p annotate.Problem) {
	switch item := s.session.Item(p.Item); {
	case item == nil:
		s.program.window.Canvas().Focus(s.form.facts.fieldOf(p.Field))
	case item.Kind() == model.KindEvent:
		s.form.events.choose(p.Item)
		s.program.window.Canvas().Focus(s.form.events.editor.first())
	default:
		s.form.reveal(item)
		s.open(p.Item)
		s.program.window.Canvas().Focus(s.form.editor.fieldOf(p.Field))
	}
}

// problemPlace says which item a problem is in.
func (s *annotateScreen) problemPlace(p annotate.Problem) string {
	switch item := s.session.Item(p.Item).(type) {
	case nil:
		return ""
	case *model.Count:
		return s.figure(item) + " · " + s.sentence(item)
	case *model.Event:
		return item.Title
	default:
		title, _ := s.caption(item)
		return title
	}
}

// problemText says what is wrong. Arguments that are ids or codes become names.
func (s *annotateScreen) problemText(p annotate.Problem) string {
	args := make([]any, len(p.Args))
	for i, arg := range p.Args {
		args[i] = s.problemWord(p, i, arg)
	}
	switch p.Kind {
	case annotate.ProblemRequired:
		args = []any{s.problemField(p)}
	case annotate.ProblemUnanswered:
		return s.program.words.T("problem.unanswered." + p.Field)
	}
	return s.program.words.T(p.Kind, args...)
}

func (s *annotateScreen) problemField(p annotate.Problem) string {
	if item := s.session.Item(p.Item); item != nil {
		return s.fieldName(item.Kind(), p.Field)
	}
	return s.program.words.T("field." + p.Field)
}

// problemWord puts an argument into words.
func (s *annotateScreen) problemWord(p annotate.Problem, i int, arg any) any {
	text := fmt.Sprint(arg)
	switch {
	case p.Kind == annotate.ProblemClaimantRole:
		return s.entity(text)
	case p.Kind == annotate.ProblemIrrelevant && i == 0:
		return s.code("relevance", text)
	case p.Kind == annotate.ProblemMemberRole && i == 0:
		return s.code("actor_role", text)
	}
	if count, is := s.session.Item(text).(*model.Count); is {
		return s.figure(count) + " · " + s.sentence(count)
	}
	if n, is := arg.(int); is {
		return n
	}
	return words.Isolate(text)
}

// askSubmit submits the record; with problems it asks first, and never refuses.
func (s *annotateScreen) askSubmit(submit func()) {
	problems := s.session.Problems()
	if len(problems) == 0 {
		submit()
		return
	}
	t := s.program.words
	list := ui.NewColumn(ui.Step)
	for _, p := range problems[:min(len(problems), mostProblems)] {
		list.Add(small("• " + s.problemText(p)))
	}
	if rest := len(problems) - mostProblems; rest > 0 {
		list.Add(small(t.N("problems.more", rest)))
	}
	ui.ShowDialog(s.program.window, ui.DialogOptions{
		Title: t.N("problems.ask", len(problems)), Content: list, Width: 520,
		Buttons: []ui.DialogButton{
			{Label: t.T("cancel"), Cancel: true},
			{Label: t.T("problems.submit"), OnTapped: submit},
			{Label: t.T("problems.look"), Kind: ui.Primary, Default: true, OnTapped: s.showProblems},
		},
	})
}
