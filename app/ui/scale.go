package ui

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ScalePoint is a figure on a Scale: a dot, or a bar when From and To differ. A
// bar that is open at an end runs to the end of the scale and fades out; From
// or To does not count there. Without a figure only its words are shown, beside
// the scale.
type ScalePoint struct {
	From, To         float64
	OpenFrom, OpenTo bool
	NoFigure         bool
	Label            string
}

// Scale shows figures side by side on one line, each with its words under it.
// The larger ones stand where reading goes on: at the left in a right-to-left
// interface.
type Scale struct {
	widget.BaseWidget
	points []ScalePoint
	tone   Tone
}

var _ WidthSensitive = (*Scale)(nil)

// NewScale makes a scale in the colours of a label. Points stand from low to
// high, those without a figure first.
func NewScale(points []ScalePoint, tone Tone) *Scale {
	s := &Scale{points: slices.Clone(points), tone: tone}
	slices.SortStableFunc(s.points, func(a, b ScalePoint) int {
		if a.NoFigure != b.NoFigure {
			return map[bool]int{true: -1, false: 1}[a.NoFigure]
		}
		return cmp.Compare(a.least(), b.least())
	})
	s.ExtendBaseWidget(s)
	return s
}

// least is what a point is sorted by; what is open below comes first.
func (p ScalePoint) least() float64 {
	if p.OpenFrom {
		return math.Inf(-1)
	}
	return p.From
}

const (
	scaleDot  float32 = 12 // diameter
	scaleTop  float32 = 18 // of the band that the line runs through
	scaleLine float32 = 18 // height of one line of words
	scaleEdge float32 = 24 // from the ends of the line to the outermost figures
	scaleFade float32 = 18 // length of the fading end of an open bar
)

// HeightFor implements WidthSensitive.
func (s *Scale) HeightFor(width float32) float32 {
	_, lines := s.place(width)
	return scaleTop + float32(lines)*scaleLine
}

// spot is where a point goes: its figure from x to to, its words at label on a
// line, all from the leading side.
type spot struct {
	x, to, label float32
	line         int
}

// place finds a place for every point; words that would touch those before them
// go one line down.
func (s *Scale) place(width float32) (spots []spot, lines int) {
	low, high := s.span()
	at := func(v float64) float32 {
		if low == high {
			return width / 2
		}
		return scaleEdge + float32((v-low)/(high-low))*(width-2*scaleEdge)
	}
	var ends []float32 // of the words on each line
	for _, p := range s.points {
		one := spot{x: at(p.From), to: at(p.To)}
		switch {
		case p.NoFigure:
			one.x, one.to = 0, 0
		case p.OpenFrom:
			one.x = scaleDot / 2
		case p.OpenTo:
			one.to = width - scaleDot/2
		}
		words := NewText(p.Label, TextStyle{Size: SizeSmall}).MinSize().Width
		one.label = min(max((one.x+one.to-words)/2, 0), max(width-words, 0))
		for one.line < len(ends) && one.label < ends[one.line]+2*Step {
			one.line++
		}
		if one.line == len(ends) {
			ends = append(ends, 0)
		}
		ends[one.line] = one.label + words
		spots = append(spots, one)
	}
	return spots, len(ends)
}

// span returns the lowest and the highest end that is known.
func (s *Scale) span() (low, high float64) {
	var ends []float64
	for _, p := range s.points {
		if !p.NoFigure && !p.OpenFrom {
			ends = append(ends, p.From)
		}
		if !p.NoFigure && !p.OpenTo {
			ends = append(ends, p.To)
		}
	}
	if len(ends) == 0 {
		return 0, 0
	}
	return slices.Min(ends), slices.Max(ends)
}

// CreateRenderer implements fyne.Widget.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	r := &scaleRenderer{scale: s, track: &canvas.Rectangle{CornerRadius: 1}}
	r.objects = append(r.objects, r.track)
	for _, p := range s.points {
		mark := &canvas.Rectangle{CornerRadius: scaleDot / 2}
		mark.Hidden = p.NoFigure
		fade := canvas.NewHorizontalGradient(color.Transparent, color.Transparent)
		fade.Hidden = p.NoFigure || !p.OpenFrom && !p.OpenTo
		words := NewText(p.Label, TextStyle{Size: SizeSmall, Color: ColorSecondary})
		r.marks, r.fades, r.words = append(r.marks, mark), append(r.fades, fade), append(r.words, words)
		r.objects = append(r.objects, fade, mark, words)
	}
	r.Refresh()
	return r
}

type scaleRenderer struct {
	scale   *Scale
	track   *canvas.Rectangle
	marks   []*canvas.Rectangle
	fades   []*canvas.LinearGradient // the open ends of bars
	words   []*Text
	objects []fyne.CanvasObject
}

func (r *scaleRenderer) Destroy()                     {}
func (r *scaleRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *scaleRenderer) MinSize() fyne.Size {
	width := r.scale.Size().Width
	if width == 0 {
		width = 240
	}
	return fyne.NewSize(160, r.scale.HeightFor(width))
}

func (r *scaleRenderer) Layout(size fyne.Size) {
	r.track.Move(fyne.NewPos(0, scaleTop/2-1))
	r.track.Resize(fyne.NewSize(size.Width, 2))
	place := func(o fyne.CanvasObject, x, y, width, height float32) {
		if InterfaceRTL() {
			x = size.Width - x - width
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	spots, _ := r.scale.place(size.Width)
	const top = (scaleTop - scaleDot) / 2
	for i, s := range spots {
		from, to := s.x-scaleDot/2, s.to+scaleDot/2
		// A fade begins under the round end of the bar, so that no gap shows.
		switch fade := min(scaleFade, (to-from)/2); {
		case r.scale.points[i].OpenFrom:
			place(r.fades[i], from, top, fade+scaleDot/2, scaleDot)
			from += fade
		case r.scale.points[i].OpenTo:
			place(r.fades[i], to-fade-scaleDot/2, top, fade+scaleDot/2, scaleDot)
			to -= fade
		}
		place(r.marks[i], from, top, to-from, scaleDot)
		words := r.words[i].MinSize()
		place(r.words[i], s.label, scaleTop+float32(s.line)*scaleLine, words.Width, words.Height)
	}
}

func (r *scaleRenderer) Refresh() {
	r.track.FillColor = theme.ColorForWidget(ColorLine, r.scale)
	r.track.Refresh()
	ink := theme.ColorForWidget(r.scale.tone.Ink, r.scale)
	for i, mark := range r.marks {
		mark.FillColor = ink
		mark.Refresh()
		fade := r.fades[i]
		fade.StartColor, fade.EndColor = ink, faded(ink, 0)
		if r.scale.points[i].OpenFrom != InterfaceRTL() {
			fade.StartColor, fade.EndColor = fade.EndColor, fade.StartColor
		}
		fade.Refresh()
		r.words[i].Refresh()
	}
	r.Layout(r.scale.Size())
}
