package app

import (
	"fyne.io/fyne/v2"

	"hashiya/app/settings"
	"hashiya/app/ui"
)

// preference is one line of the settings: a choice of a few, or on and off when
// there are no options.
type preference struct {
	key     string   // of its words
	options []string // beside the values, the ends of their words' keys
	values  []string
	get     func(settings.Settings) string
	set     func(*settings.Settings, string)
	why     bool // there are words on what it does
}

const switchedOn = "on"

func toggle(key string, why bool, field func(*settings.Settings) *bool) preference {
	return preference{
		key: key, why: why,
		get: func(s settings.Settings) string {
			if *field(&s) {
				return switchedOn
			}
			return ""
		},
		set: func(s *settings.Settings, value string) { *field(s) = value == switchedOn },
	}
}

// preferences are all settings of the window, one line each, in the order shown.
func preferences(p *program) []preference {
	return []preference{
		{
			"language",
			[]string{"en", "ar"},
			[]string{"en", "ar"},
			func(settings.Settings) string { return p.words.Language() },
			func(s *settings.Settings, v string) { s.Language = v }, false,
		},
		{
			"digits",
			[]string{"language", "latin", "arabic"},
			[]string{string(settings.DigitsOfLanguage), string(settings.DigitsLatin), string(settings.DigitsArabic)},
			func(s settings.Settings) string { return string(s.Digits) },
			func(s *settings.Settings, v string) { s.Digits = settings.Digits(v) }, false,
		},
		{
			"theme",
			[]string{"system", "light", "dark"},
			[]string{string(settings.ThemeSystem), string(settings.ThemeLight), string(settings.ThemeDark)},
			func(s settings.Settings) string { return string(s.Theme) },
			func(s *settings.Settings, v string) { s.Theme = settings.Theme(v) }, false,
		},
		toggle("contrast", true, func(s *settings.Settings) *bool { return &s.HighContrast }),
		{
			"font",
			[]string{"vazirmatn", "naskh"},
			[]string{string(settings.FontVazirmatn), string(settings.FontNaskh)},
			func(s settings.Settings) string { return string(s.Font) },
			func(s *settings.Settings, v string) { s.Font = settings.Font(v) }, false,
		},
		toggle("focus", false, func(s *settings.Settings) *bool { return &s.Focus }),
		toggle("soft", true, func(s *settings.Settings) *bool { return &s.Soft }),
		{
			"arrows",
			[]string{"visual", "logical"},
			[]string{"", switchedOn},
			func(s settings.Settings) string { return map[bool]string{true: switchedOn}[s.LogicalArrows] },
			func(s *settings.Settings, v string) { s.LogicalArrows = v == switchedOn }, false,
		},
	}
}

// showSettings opens the settings. A change is seen at once behind them; they
// are then opened anew, in the new look, with the keyboard at the same line.
func (p *program) showSettings() { p.showSettingsAt(0) }

func (p *program) showSettingsAt(line int) {
	t := p.words.T
	lines, controls := ui.NewColumn(3*ui.Step), []fyne.Focusable{}
	var d *ui.Dialog
	for i, one := range preferences(p) {
		name := ui.NewText(t("settings."+one.key), ui.TextStyle{})
		control := p.preferenceControl(one, func(value string) {
			d.Hide()
			p.change(func(s *settings.Settings) { one.set(s, value) })
			p.showSettingsAt(i)
		})
		controls = append(controls, control.(fyne.Focusable))
		var words fyne.CanvasObject = name
		if one.why {
			words = ui.NewColumn(0, name, small(t("settings."+one.key+".why")))
		}
		lines.Add(ui.NewRow(4*ui.Step, ui.Expand(words), control))
	}
	lines.Add(small(t("settings.kept")))
	d = ui.ShowDialog(p.window, ui.DialogOptions{
		Title: t("command.settings"), Content: lines, Width: 600,
		Buttons: []ui.DialogButton{{Label: t("close"), Kind: ui.Primary, Cancel: true}},
	})
	p.window.Canvas().Focus(controls[line])
}

func (p *program) preferenceControl(one preference, changed func(value string)) fyne.CanvasObject {
	now := one.get(p.kept)
	if one.options == nil {
		s := ui.NewSwitch("", func(on bool) { changed(map[bool]string{true: switchedOn}[on]) })
		s.SetOn(now == switchedOn)
		return s
	}
	var choices []ui.Choice
	for i, value := range one.values {
		choices = append(choices, ui.Choice{Key: value, Label: p.words.T("settings." + one.key + "." + one.options[i])})
	}
	s := ui.NewSegmented(choices, changed)
	s.SetPicked(now)
	return s
}
