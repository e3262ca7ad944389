package ui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ScalePoint is a figure on a Scale: a dot, or a bar when From and To differ.
// Without a figure only its words are shown, beside the scale.
type ScalePoint struct {
	From, To float64
	NoFigure bool
	Label    string
}

// Scale shows figures side by side on one line, each with its words under it.
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
		return cmp.Compare(a.From, b.From)
	})
	s.ExtendBaseWidget(s)
	return s
}

const (
	scaleDot  float32 = 12 // diameter
	scaleTop  float32 = 18 // of the band that the line runs through
	scaleLine float32 = 18 // height of one line of words
	scaleEdge float32 = 24 // from the ends of the line to the outermost figures
)

// HeightFor implements WidthSensitive.
func (s *Scale) HeightFor(width float32) float32 {
	_, lines := s.place(width)
	return scaleTop + float32(lines)*scaleLine
}

// spot is where a point goes: its figure from x to to, its words at label on a
// line.
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
		if p.NoFigure {
			one.x, one.to = 0, 0
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

func (s *Scale) span() (low, high float64) {
	first := true
	for _, p := range s.points {
		if p.NoFigure {
			continue
		}
		if first {
			low, high, first = p.From, p.To, false
		}
		low, high = min(low, p.From), max(high, p.To)
	}
	return low, high
}

// CreateRenderer implements fyne.Widget.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	r := &scaleRenderer{scale: s, track: &canvas.Rectangle{CornerRadius: 1}}
	r.objects = append(r.objects, r.track)
	for _, p := range s.points {
		mark := &canvas.Rectangle{CornerRadius: scaleDot / 2}
		mark.Hidden = p.NoFigure
		words := NewText(p.Label, TextStyle{Size: SizeSmall, Color: ColorSecondary})
		r.marks, r.words = append(r.marks, mark), append(r.words, words)
		r.objects = append(r.objects, mark, words)
	}
	r.Refresh()
	return r
}

type scaleRenderer struct {
	scale   *Scale
	track   *canvas.Rectangle
	marks   []*canvas.Rectangle
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
	spots, _ := r.scale.place(size.Width)
	for i, s := range spots {
		r.marks[i].Move(fyne.NewPos(s.x-scaleDot/2, (scaleTop-scaleDot)/2))
		r.marks[i].Resize(fyne.NewSize(s.to-s.x+scaleDot, scaleDot))
		r.words[i].Move(fyne.NewPos(s.label, scaleTop+float32(s.line)*scaleLine))
		r.words[i].Resize(r.words[i].MinSize())
	}
}

func (r *scaleRenderer) Refresh() {
	r.track.FillColor = theme.ColorForWidget(ColorLine, r.scale)
	r.track.Refresh()
	for i, mark := range r.marks {
		mark.FillColor = theme.ColorForWidget(r.scale.tone.Ink, r.scale)
		mark.Refresh()
		r.words[i].Refresh()
	}
	r.Layout(r.scale.Size())
}
