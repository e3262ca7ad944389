package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSwitch(t *testing.T) {
	for _, c := range []struct {
		rtl  bool
		keys string
		want string // what the owner was told
	}{
		{false, "space", "+"},
		{false, "Enter Enter", "+-"},
		{false, "Right Right Left", "+-"},
		{true, "Left Left Right", "+-"},
		{true, "Right", ""},
	} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(c.rtl) })
		log := ""
		s := NewSwitch("Focus", func(on bool) { log += map[bool]string{true: "+", false: "-"}[on] })
		w := newWindow(t, NewRow(0, s), fyne.NewSize(200, 60))
		w.Canvas().Focus(s)
		for _, key := range strings.Fields(c.keys) {
			press(t, w.Canvas(), strings.ReplaceAll(key, "space", " "))
		}
		if log != c.want {
			t.Errorf("rtl %v, %s: told %q, want %q", c.rtl, c.keys, log, c.want)
		}
		was := s.On()
		if test.Tap(s); s.On() == was {
			t.Error("a click does nothing")
		}
		knob := test.WidgetRenderer(s).(*switchRenderer)
		middle := knob.knob.Position().X + knob.knob.Size().Width/2
		track := knob.track.Position().X + switchWidth/2
		if atRight := middle > track; atRight != (s.On() != c.rtl) {
			t.Errorf("rtl %v, on %v: knob at the right %v", c.rtl, s.On(), atRight)
		}
		s.Disable()
		was, log = s.On(), ""
		test.Tap(s)
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		if s.On() != was || log != "" {
			t.Error("changes while disabled")
		}
	}
}

func TestSegmented(t *testing.T) {
	choices := []Choice{{Key: "a", Label: "Light"}, {Key: "b", Label: "Dark"}, {Key: "c", Label: "System"}}
	for _, c := range []struct {
		rtl         bool
		start, keys string
		want        string // what the owner was told
	}{
		{false, "", "Right", "a"},
		{false, "a", "Right Right Right", "bc"},
		{false, "b", "Left Left", "a"},
		{true, "a", "Left Left Right", "bcb"},
		{false, "b", "space space", "ca"},
		{false, "b", "End Home Enter", "cab"},
		{false, "", "Left", ""},
	} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(c.rtl) })
		log := ""
		s := NewSegmented(choices, func(key string) { log += key })
		s.SetPicked(c.start)
		w := newWindow(t, NewRow(0, s), fyne.NewSize(400, 60))
		w.Canvas().Focus(s)
		for _, key := range strings.Fields(c.keys) {
			press(t, w.Canvas(), strings.ReplaceAll(key, "space", " "))
		}
		if log != c.want {
			t.Errorf("rtl %v, from %q, %s: told %q, want %q", c.rtl, c.start, c.keys, log, c.want)
		}
		test.TapAt(s, fyne.NewPos(s.Size().Width-8, 16))
		if want := map[bool]string{false: "c", true: "a"}[c.rtl]; s.Picked() != want {
			t.Errorf("rtl %v: a click at the right picks %q, want %q", c.rtl, s.Picked(), want)
		}
		s.Disable()
		log = ""
		test.TapAt(s, fyne.NewPos(s.Size().Width/2, 16))
		if log != "" {
			t.Error("changes while disabled")
		}
	}
}
