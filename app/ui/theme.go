package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Sizes of the look, in device-independent pixels.
const (
	SizeInterface float32 = 14   // text of the interface
	SizeSmall     float32 = 12.5 // secondary text, hints
	SizeArticle   float32 = 19   // article text
	SizeTitle     float32 = 25   // article title
	RadiusPanel   float32 = 12   // cards, dialogs, popups
	RadiusControl float32 = 8    // buttons, fields, chips
	Step          float32 = 4    // all spacing is a multiple of it
	ControlHeight float32 = 32   // height of a control and the least hit target
)

// Variant chooses between the light and the dark colours.
type Variant uint8

const (
	// VariantSystem follows the system's setting.
	VariantSystem Variant = iota
	// VariantLight is always light.
	VariantLight
	// VariantDark is always dark.
	VariantDark
)

// Theme is the program's look: the colour tokens, the bundled Vazirmatn and
// the sizes, mapped onto Fyne's own names too, so that stock widgets fit in.
// After a change call fyne.Settings.SetTheme again, which repaints all.
type Theme struct {
	variant      Variant
	rightToLeft  bool
	highContrast bool

	logicalArrows bool
	menuLabels    *MenuLabels
	refused       func(reason error)
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme that follows the system and reads left to right.
func NewTheme() *Theme { return &Theme{} }

// SetVariant chooses light or dark, or leaves the choice to the system.
func (t *Theme) SetVariant(v Variant) { t.variant = v }

// Variant returns what SetVariant was given.
func (t *Theme) Variant() Variant { return t.variant }

// SetRightToLeft mirrors the interface: leading is then the right side.
func (t *Theme) SetRightToLeft(on bool) { t.rightToLeft = on }

// RightToLeft tells whether the interface is mirrored.
func (t *Theme) RightToLeft() bool { return t.rightToLeft }

// SetHighContrast switches to pure ink on paper, without fills and with
// thicker patterns.
func (t *Theme) SetHighContrast(on bool) { t.highContrast = on }

// HighContrast tells whether the high contrast colours are on.
func (t *Theme) HighContrast() bool { return t.highContrast }

// SetLogicalArrows lets Left and Right in fields go by the order of the text,
// on or back with the side taken from the direction of the paragraph, and not
// by what stands left or right on the screen.
func (t *Theme) SetLogicalArrows(on bool) { t.logicalArrows = on }

// LogicalArrows tells what SetLogicalArrows was given.
func (t *Theme) LogicalArrows() bool { return t.logicalArrows }

// SetMenuLabels gives the words of the context menu of fields; nil, as at
// first, is no menu.
func (t *Theme) SetMenuLabels(labels *MenuLabels) { t.menuLabels = labels }

// MenuLabels returns what SetMenuLabels was given.
func (t *Theme) MenuLabels() *MenuLabels { return t.menuLabels }

// SetOnRefused has pastes told that a field without an OnRefused of its own
// could not take as they were: ErrNotUTF8, ErrTooLong.
func (t *Theme) SetOnRefused(tell func(reason error)) { t.refused = tell }

// Color implements fyne.Theme for the tokens and for Fyne's own names.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	dark := t.dark(system)
	if c, ok := t.token(name, dark); ok {
		return c
	}
	if s, ok := stockColors[name]; ok {
		c, _ := t.token(s.token, dark)
		return faded(c, s.alpha)
	}
	if dark {
		return theme.DefaultTheme().Color(name, theme.VariantDark)
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

func (t *Theme) dark(system fyne.ThemeVariant) bool {
	if t.variant == VariantSystem {
		return system == theme.VariantDark
	}
	return t.variant == VariantDark
}

func (t *Theme) token(name fyne.ThemeColorName, dark bool) (color.NRGBA, bool) {
	s, ok := tokens[name]
	if t.highContrast {
		if strong, has := highContrast[name]; has {
			s = strong
		}
	}
	if dark {
		return rgb(s.dark), ok
	}
	return rgb(s.light), ok
}

// Font implements fyne.Theme. One family serves all styles, because the order
// of bidi runs in stock widgets is right only when one font covers the line.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return fontResource(Bold)
	default:
		return fontResource(Regular)
	}
}

// Icon implements fyne.Theme with Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := stockSizes[name]; ok {
		return size
	}
	return theme.DefaultTheme().Size(name)
}

var stockSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               SizeInterface,
	theme.SizeNameCaptionText:        SizeSmall,
	theme.SizeNameHeadingText:        SizeTitle,
	theme.SizeNameSubHeadingText:     SizeInterface,
	theme.SizeNamePadding:            Step,
	theme.SizeNameInnerPadding:       2 * Step,
	theme.SizeNameInputRadius:        RadiusControl,
	theme.SizeNameSelectionRadius:    RadiusControl / 2,
	theme.SizeNamePopupRadius:        RadiusPanel,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          12,
	theme.SizeNameScrollBarSmall:     4,
}

// derived is a token at an opacity, for Fyne's own colour names.
type derived struct {
	token fyne.ThemeColorName
	alpha float64
}

// colorResting is the ink of what cannot be used and has no box.
const colorResting fyne.ThemeColorName = "hashiya.resting"

var stockColors = map[fyne.ThemeColorName]derived{
	colorResting:                       {ColorFaint, 0.5},
	theme.ColorNameBackground:          {ColorWindow, 1},
	theme.ColorNameButton:              {ColorPanel, 1},
	theme.ColorNameDisabledButton:      {ColorWindow, 1},
	theme.ColorNameDisabled:            {ColorFaint, 1},
	theme.ColorNameError:               {ColorWarning, 1},
	theme.ColorNameFocus:               {ColorAccent, 0.4},
	theme.ColorNameForeground:          {ColorInk, 1},
	theme.ColorNameForegroundOnError:   {ColorPanel, 1},
	theme.ColorNameForegroundOnPrimary: {ColorOnAccent, 1},
	theme.ColorNameForegroundOnSuccess: {ColorPanel, 1},
	theme.ColorNameForegroundOnWarning: {ColorPanel, 1},
	theme.ColorNameHeaderBackground:    {ColorPanel, 1},
	theme.ColorNameHover:               {ColorInk, 0.06},
	theme.ColorNameHyperlink:           {ColorAccent, 1},
	theme.ColorNameInputBackground:     {ColorPaper, 1},
	theme.ColorNameInputBorder:         {ColorLine, 1},
	theme.ColorNameMenuBackground:      {ColorPanel, 1},
	theme.ColorNameOverlayBackground:   {ColorPanel, 1},
	theme.ColorNamePlaceHolder:         {ColorFaint, 1},
	theme.ColorNamePressed:             {ColorInk, 0.12},
	theme.ColorNamePrimary:             {ColorAccent, 1},
	theme.ColorNameScrollBar:           {ColorFaint, 0.7},
	theme.ColorNameScrollBarBackground: {ColorInk, 0.04},
	theme.ColorNameSelection:           {ColorSelection, 1},
	theme.ColorNameSeparator:           {ColorLine, 1},
	theme.ColorNameSuccess:             {ColorLocation, 1},
	theme.ColorNameWarning:             {ColorCount, 1},
}
