package ui

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/bidi"
)

// ParagraphStyle is how a Paragraph looks. The zero value is interface text.
type ParagraphStyle struct {
	Size      float32             // em size; 0 is SizeInterface
	Weight    Weight              // Regular, Medium or Bold
	Color     fyne.ThemeColorName // "" is ColorInk
	Direction Direction           // Interface unless the text has its own
	MaxLines  int                 // the last of them ends in "…"; 0 is no limit
	Leading   float32             // line height in em; 0 is 1.55
	Bar       bool                // a bar at the leading side, for quotes
	Aligned   bool                // lines begin where those of the interface do, as in a Text
}

// Paragraph is wrapped text to read: quotes, messages, explanations.
type Paragraph struct {
	widget.BaseWidget
	text  string
	style ParagraphStyle

	emphasis [][2]int // ranges of code points, half-open

	base   bidi.Base       // that shaped was made with
	shaped *bidi.Paragraph // of the text, made on first use
	lines  *bidi.Lines     // at width
	width  float32         // that lines were wrapped to
}

var _ WidthSensitive = (*Paragraph)(nil)

// NewParagraph makes a paragraph; line breaks in text are kept.
func NewParagraph(text string, style ParagraphStyle) *Paragraph {
	p := &Paragraph{text: text, style: style}
	p.ExtendBaseWidget(p)
	return p
}

// SetText replaces the text.
func (p *Paragraph) SetText(text string) {
	if p.text != text {
		p.text, p.shaped, p.lines = text, nil, nil
		p.Refresh()
	}
}

// SetEmphasis marks ranges of the text, in code points and half-open, as the
// words that were looked for; those outside the text mark nothing.
func (p *Paragraph) SetEmphasis(ranges ...[2]int) { p.emphasis = ranges; p.Refresh() }

// Text returns the whole logical text.
func (p *Paragraph) Text() string { return p.text }

// AccessibilityLabel implements fyne.Accessible with the logical text.
func (p *Paragraph) AccessibilityLabel() string { return p.text }

// AccessibilityRole implements fyne.Accessible.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// SetStyle replaces the style.
func (p *Paragraph) SetStyle(style ParagraphStyle) {
	p.style, p.shaped, p.lines = style, nil, nil
	p.Refresh()
}

// oneLineWidth implements oneLiner.
func (p *Paragraph) oneLineWidth() float32 {
	p.prepare()
	return ceil(float32(p.shaped.Wrap(0).Width())*p.style.size()) + p.style.inset()
}

// HeightFor implements WidthSensitive.
func (p *Paragraph) HeightFor(width float32) float32 {
	return float32(p.wrap(width).Count()) * p.style.lineHeight()
}

func (s ParagraphStyle) size() float32 { return TextStyle{Size: s.Size}.size() }

func (s ParagraphStyle) color() fyne.ThemeColorName { return TextStyle{Color: s.Color}.color() }

func (s ParagraphStyle) lineHeight() float32 {
	leading := s.Leading
	if leading == 0 {
		leading = 1.55
	}
	return ceil(leading * s.size())
}

// inset is the room taken by the bar.
func (s ParagraphStyle) inset() float32 {
	if s.Bar {
		return 3 * Step
	}
	return 0
}

// prepare shapes the text in the direction it has now: the interface may have
// turned round.
func (p *Paragraph) prepare() {
	base := p.style.Direction.base(p.text)
	if p.shaped == nil || p.base != base {
		p.base, p.lines = base, nil
		p.shaped = p.shape(p.text)
	}
}

// wrap returns the lines at a width of the widget.
func (p *Paragraph) wrap(width float32) *bidi.Lines {
	p.prepare()
	if p.lines != nil && p.width == width {
		return p.lines
	}
	p.width = width
	em := float64(max(width-p.style.inset(), 1) / p.style.size())
	p.lines = p.shaped.Wrap(em)
	if most := p.style.MaxLines; most > 0 && p.lines.Count() > most {
		p.lines = p.shorten(em, most)
	}
	return p.lines
}

func (p *Paragraph) shape(text string) *bidi.Paragraph {
	return bidi.NewParagraph(text, EngineFont(p.style.Weight), p.base)
}

// shorten cuts the text so that it fills at most the given lines with "…".
func (p *Paragraph) shorten(em float64, most int) *bidi.Lines {
	_, end := p.lines.Span(most - 1)
	runes := []rune(p.text)[:end]
	fit := sort.Search(len(runes), func(i int) bool {
		return p.shape(cut(runes, i+1)).Wrap(em).Count() > most
	})
	return p.shape(cut(runes, fit)).Wrap(em)
}

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	r := &paragraphRenderer{paragraph: p, bar: newBar()}
	r.Refresh()
	return r
}
