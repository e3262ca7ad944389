package ui

import "fyne.io/fyne/v2"

// Pattern is the underline that goes with a colour, so that a label is never
// told by colour alone.
type Pattern uint8

const (
	NoPattern Pattern = iota
	Solid             // actors
	Dashed            // locations, and suggestions in grey
	Double            // counts
	Dotted            // tactics
	Thin              // dates
)

// Tone is the look of one kind of label: ink and fill colour and the pattern.
type Tone struct {
	Ink, Fill fyne.ThemeColorName
	Pattern   Pattern
}

// The tones of the labels and of the interface. They are constants in spirit;
// Go has no constant structs.
var (
	ToneActor    = Tone{ColorActor, ColorActorFill, Solid}
	ToneLocation = Tone{ColorLocation, ColorLocationFill, Dashed}
	ToneCount    = Tone{ColorCount, ColorCountFill, Double}
	ToneTactic   = Tone{ColorTactic, ColorTacticFill, Dotted}
	ToneDate     = Tone{ColorDate, ColorDateFill, Thin}
	ToneAccent   = Tone{ColorAccent, ColorAccentFill, NoPattern}
	ToneWarning  = Tone{ColorWarning, ColorWarningFill, NoPattern}
	ToneNeutral  = Tone{ColorSecondary, ColorPanel, NoPattern}
)
