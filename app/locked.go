package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

// lockedKey is the key of the words on why nothing can be changed here, ""
// where something can.
func (s *annotateScreen) lockedKey() string {
	switch {
	case s.program.project.ReadOnly():
		return "status.readOnly"
	case s.session.Submitted():
		return "status.submitted"
	}
	return ""
}

// resting is what the status bar says as long as no words are selected.
func (s *annotateScreen) resting() string {
	if key := s.lockedKey(); key != "" {
		return s.program.words.T(key)
	}
	return s.program.words.T("selection.none")
}

// lockLine is a quiet line over the form that says why its fields are locked.
type lockLine struct {
	screen  *annotateScreen
	words   *ui.Paragraph
	content *fyne.Container
}

func newLockLine(s *annotateScreen) *lockLine {
	l := &lockLine{screen: s, words: small("")}
	icon := ui.NewIcon(theme.InfoIcon(), ui.ColorSecondary, 4*ui.Step)
	l.content = ui.NewPad(0, 2*ui.Step, ui.NewRow(2*ui.Step, icon, ui.Expand(l.words)))
	return l
}

func (l *lockLine) refresh() {
	key := l.screen.lockedKey()
	l.content.Hidden = key == ""
	if key != "" {
		l.words.SetText(l.screen.program.words.T(key))
	}
}
