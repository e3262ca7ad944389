package ui

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/bidi"
)

// Align places a text in the width it is given.
type Align uint8

const (
	// Leading is the side where reading starts in the interface.
	Leading Align = iota
	// Center is the middle.
	Center
	// Trailing is the side where reading ends in the interface.
	Trailing
)

// TextStyle is how a Text looks. The zero value is interface text in ink.
type TextStyle struct {
	Size      float32             // em size; 0 is SizeInterface
	Weight    Weight              // Regular, Medium or Bold
	Color     fyne.ThemeColorName // "" is ColorInk
	Align     Align               // where it stands when there is room
	Direction Direction           // paragraph direction of the bidi algorithm
	Truncate  bool                // shrink to the width given, ending in "…"
}

const ellipsis = "…"

// Text shows one line in right visual order. It keeps the logical text; the
// drawing goes through bidi.Visual because Fyne draws bidi runs left to right.
// A check mark "✓" is drawn, because the bundled family has none and a glyph of
// another font stands at the wrong side of the words.
type Text struct {
	widget.BaseWidget
	text  string
	shown string // the part that fits, set by the renderer
	style TextStyle
	// natural is the size of the whole text, set by the renderer so that
	// asking for it costs nothing.
	natural fyne.Size
}

var (
	_ fyne.Widget     = (*Text)(nil)
	_ fyne.Accessible = (*Text)(nil)
)

// NewText makes a line of text. Newlines and tabs are shown as spaces.
func NewText(text string, style TextStyle) *Text {
	t := &Text{text: text, style: style}
	t.ExtendBaseWidget(t)
	return t
}

// SetText replaces the text.
func (t *Text) SetText(text string) {
	if t.text != text {
		t.text = text
		t.Refresh()
	}
}

// Text returns the whole logical text.
func (t *Text) Text() string { return t.text }

// AccessibilityLabel implements fyne.Accessible with the logical text.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole implements fyne.Accessible.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Style returns the style in use.
func (t *Text) Style() TextStyle { return t.style }

// SetStyle replaces the style.
func (t *Text) SetStyle(style TextStyle) {
	if t.style != style {
		t.style = style
		t.Refresh()
	}
}

// SetColor replaces the colour name only.
func (t *Text) SetColor(name fyne.ThemeColorName) {
	t.style.Color = name
	t.Refresh()
}

// Shown returns the logical text that is visible now, cut where it did not fit.
func (t *Text) Shown() string {
	if t.shown == "" {
		return t.text
	}
	return t.shown
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{text: t}
	r.Refresh()
	return r
}

func (s TextStyle) size() float32 {
	if s.Size == 0 {
		return SizeInterface
	}
	return s.Size
}

func (s TextStyle) color() fyne.ThemeColorName {
	if s.Color == "" {
		return ColorInk
	}
	return s.Color
}

// canvasStyle is how Fyne is told the weight: bold by style, medium by its
// file, which costs the fallback fonts and so needs plain text.
func (s TextStyle) canvasStyle(text string) (fyne.TextStyle, fyne.Resource) {
	switch {
	case s.Weight == Bold:
		return fyne.TextStyle{Bold: true}, nil
	case s.Weight == Medium && plain(text):
		return fyne.TextStyle{}, fontResource(Medium)
	default:
		return fyne.TextStyle{}, nil
	}
}

// check is the character that is drawn as a tick.
const check = "✓"

// measure returns the size of text drawn in this style.
func (s TextStyle) measure(text string) fyne.Size {
	if strings.Contains(text, check) {
		return s.measureChecked(text)
	}
	style, source := s.canvasStyle(text)
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s.visual(text), s.size(), style, source)
	return size
}

func (s TextStyle) measureChecked(text string) fyne.Size {
	size := fyne.Size{Width: float32(strings.Count(text, check)) * s.tick()}
	for _, p := range splitChecks(text) {
		m := s.measure(p.words)
		size.Width += s.gap(p.before) + m.Width + s.gap(p.after)
		size.Height = m.Height
	}
	return size
}

// checkedPiece is what stands between check marks, and whether spaces part it
// from them: the stock painter loses spaces at the ends of a right-to-left text.
type checkedPiece struct {
	words         string
	before, after bool
}

func splitChecks(text string) []checkedPiece {
	parts := strings.Split(text, check)
	pieces := make([]checkedPiece, len(parts))
	for i, part := range parts {
		pieces[i] = checkedPiece{
			words:  strings.Trim(part, " "),
			before: i > 0 && strings.HasPrefix(part, " "),
			after:  i < len(parts)-1 && len(part) > 1 && strings.HasSuffix(part, " "),
		}
	}
	return pieces
}

// tick is the side of a tick among the words.
func (s TextStyle) tick() float32 { return 0.8 * s.size() }

// gap is the width of a space beside a tick.
func (s TextStyle) gap(on bool) float32 {
	if on {
		return 0.3 * s.size()
	}
	return 0
}

// visual is text as the stock painter must be given it.
func (s TextStyle) visual(text string) string {
	return bidi.Visual(oneLine(text), s.Direction.base(text))
}

// truncate cuts text at its logical end so that it fits into width.
func (s TextStyle) truncate(text string, width float32) string {
	if s.measure(text).Width <= width {
		return text
	}
	runes := []rune(text)
	n := sort.Search(len(runes), func(i int) bool {
		return s.measure(cut(runes, i+1)).Width > width
	})
	return cut(runes, n)
}

// cut keeps n code points, drops marks and spaces left hanging, and adds "…".
func cut(runes []rune, n int) string {
	if n < len(runes) {
		for n > 0 && (isMark(runes[n]) || runes[n-1] == ' ') {
			n--
		}
	}
	return string(runes[:n]) + ellipsis
}

// alignRight tells whether a leading or trailing text stands at the right. A
// text with its own direction still aligns with the interface around it.
func (d Direction) alignRight(a Align) bool {
	if d == FirstStrong {
		d = Interface
	}
	return d.mirrored() == (a == Leading)
}
