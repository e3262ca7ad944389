package mapview

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Sizes of a mark, in units.
const (
	markRadius     = 9
	selectedRadius = 11
	currentRadius  = 17 // of the ring around the mark the keyboard is at
	markReach      = 16 // beyond the place, of any mark but for its ring
)

// shape is the outline of a mark. Shapes have about the same area.
type shape uint8

const (
	disc shape = iota
	square
	diamond
	triangle
	hexagon
	shapes // how many there are
)

// corners returns the polygon of a shape of a radius around the origin, y downwards.
func (s shape) corners(radius float64) []vec {
	n, turn, size := 48, 0.0, 1.0
	switch s {
	case square:
		n, turn, size = 4, 0.5, 1.25
	case diamond:
		n, size = 4, 1.28
	case triangle:
		n, turn, size = 3, 2.25, 1.5 // one corner up
	case hexagon:
		n, size = 6, 1.1
	}
	polygon := make([]vec, n)
	for i := range polygon {
		sin, cos := math.Sincos(2 * math.Pi * (float64(i) + turn) / float64(n))
		polygon[i] = vec{radius * size * cos, radius * size * sin}
	}
	return polygon
}

// look is what tells one mark from another.
type look struct {
	shape     shape
	line      color.NRGBA
	fill      color.NRGBA
	selected  bool
	isCurrent bool // the keyboard is here
}

// sprites keeps the marks in use, at one pixel scale and in the colours of one theme.
type sprites struct {
	scale float64
	paper color.NRGBA
	ring  color.NRGBA // around the current mark
	drawn map[look]*image.NRGBA
	ras   vector.Rasterizer
}

func (s *sprites) at(scale float64, paper, ring color.NRGBA) {
	if s.scale != scale || s.paper != paper || s.ring != ring {
		*s = sprites{scale: scale, paper: paper, ring: ring, drawn: map[look]*image.NRGBA{}}
	}
}

// get returns the picture of a mark; its middle is the place.
func (s *sprites) get(l look) *image.NRGBA {
	p := s.drawn[l]
	if p == nil {
		p = s.draw(l)
		s.drawn[l] = p
	}
	return p
}

// draw lays shapes of falling size over one another. A selected mark is filled with its line's colour and has a second outline, so that
// it is not told by colour alone.
func (s *sprites) draw(l look) *image.NRGBA {
	side := 2*int(math.Ceil((currentRadius+3)*s.scale)) + 1
	dst := image.NewNRGBA(image.Rect(0, 0, side, side))
	if l.isCurrent {
		s.layer(dst, disc, currentRadius+1.5, s.paper)
		s.layer(dst, disc, currentRadius, s.ring)
		s.layer(dst, disc, currentRadius-2, s.paper)
	}
	if l.selected {
		s.layer(dst, l.shape, selectedRadius+1, s.paper)
		s.layer(dst, l.shape, selectedRadius, l.line)
		s.layer(dst, l.shape, selectedRadius-1.5, s.paper)
		s.layer(dst, l.shape, selectedRadius-3, l.line)
		return dst
	}
	s.layer(dst, l.shape, markRadius+1.2, s.paper)
	s.layer(dst, l.shape, markRadius, l.line)
	s.layer(dst, l.shape, markRadius-1.6, l.fill)
	return dst
}

func (s *sprites) layer(dst *image.NRGBA, of shape, radius float64, c color.NRGBA) {
	s.ras.Reset(dst.Rect.Dx(), dst.Rect.Dy())
	middle := float64(dst.Rect.Dx()) / 2
	for i, p := range of.corners(radius * s.scale) {
		x, y := float32(middle+p.x), float32(middle+p.y)
		if i == 0 {
			s.ras.MoveTo(x, y)
		} else {
			s.ras.LineTo(x, y)
		}
	}
	s.ras.ClosePath()
	mask := image.NewAlpha(dst.Rect)
	s.ras.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	draw.DrawMask(dst, dst.Rect, image.NewUniform(c), image.Point{}, mask, image.Point{}, draw.Over)
}

// stamp paints a sprite over an opaque picture with its middle at a pixel.
func stamp(dst, sprite *image.NRGBA, x, y int) {
	x, y = x-sprite.Rect.Dx()/2, y-sprite.Rect.Dy()/2
	area := sprite.Rect.Add(image.Pt(x, y)).Intersect(dst.Rect)
	for py := area.Min.Y; py < area.Max.Y; py++ {
		from := sprite.Pix[sprite.PixOffset(area.Min.X-x, py-y):][:4*area.Dx()]
		to := dst.Pix[dst.PixOffset(area.Min.X, py):][:4*area.Dx()]
		for i := 0; i < len(from); i += 4 {
			if a := from[i+3]; a > 0 {
				tint(to[i:i+4:i+4], color.NRGBA{from[i], from[i+1], from[i+2], 255}, a)
			}
		}
	}
}
