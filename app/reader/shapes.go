package reader

import (
	"image"
	"math"
)

// over paints c over a pixel, covering the given part of it (0 to 1): Porter and Duff's "over" on colours that are not multiplied by
// their opacity.
func over(px []uint8, c nrgba, coverage float64) {
	a := float64(c.A) / 255 * coverage
	if a >= 1 || px[3] == 0 {
		px[0], px[1], px[2], px[3] = c.R, c.G, c.B, uint8(math.Round(a*255))
		return
	}
	below := float64(px[3]) / 255 * (1 - a)
	sum := a + below
	if sum == 0 {
		return
	}
	mix := func(top, bottom uint8) uint8 {
		return uint8(math.Round((float64(top)*a + float64(bottom)*below) / sum))
	}
	px[0], px[1], px[2], px[3] = mix(c.R, px[0]), mix(c.G, px[1]), mix(c.B, px[2]), uint8(math.Round(sum*255))
}

// fillRect paints whole pixels.
func fillRect(dst *image.NRGBA, box image.Rectangle, c nrgba) {
	box = box.Intersect(dst.Rect)
	if box.Empty() || c.A == 0 {
		return
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		line := dst.Pix[dst.PixOffset(box.Min.X, y):dst.PixOffset(box.Max.X, y)]
		for ; len(line) > 0; line = line[4:] {
			over(line[:4:4], c, 1)
		}
	}
}

// fillRounded paints a box with rounded corners.
func fillRounded(dst *image.NRGBA, box image.Rectangle, radius float64, c nrgba) {
	radius = clampRadius(box, radius)
	inset := int(math.Ceil(radius))
	middle := image.Rectangle{image.Pt(box.Min.X, box.Min.Y+inset), image.Pt(box.Max.X, box.Max.Y-inset)}
	fillRect(dst, middle, c)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		if y == box.Min.Y+inset && box.Max.Y-inset > y {
			y = box.Max.Y - inset // the middle is painted
		}
		for x := box.Min.X; x < box.Max.X; x++ {
			plot(dst, x, y, c, 0.5-distance(box, radius, x, y))
		}
	}
}

// strokeRounded paints a frame of the given thickness inside a box with rounded corners.
func strokeRounded(dst *image.NRGBA, box image.Rectangle, radius float64, thick int, c nrgba) {
	radius = clampRadius(box, radius)
	band := max(thick, int(math.Ceil(radius)))
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if y >= box.Min.Y+band && y < box.Max.Y-band && x == box.Min.X+thick+1 && box.Max.X-thick-1 > x {
				x = box.Max.X - thick - 1 // nothing is drawn inside the frame
			}
			d := distance(box, radius, x, y)
			plot(dst, x, y, c, min(0.5-d, 0.5+d+float64(thick)))
		}
	}
}

func clampRadius(box image.Rectangle, radius float64) float64 {
	return max(0, min(radius, float64(box.Dx())/2, float64(box.Dy())/2))
}

// distance returns how far the middle of a pixel lies outside a rounded box; inside it is negative.
func distance(box image.Rectangle, radius float64, x, y int) float64 {
	halfW, halfH := float64(box.Dx())/2, float64(box.Dy())/2
	dx := math.Abs(float64(x)+0.5-float64(box.Min.X)-halfW) - halfW + radius
	dy := math.Abs(float64(y)+0.5-float64(box.Min.Y)-halfH) - halfH + radius
	return math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius
}

func plot(dst *image.NRGBA, x, y int, c nrgba, coverage float64) {
	if coverage <= 0 || !(image.Point{X: x, Y: y}).In(dst.Rect) {
		return
	}
	at := dst.PixOffset(x, y)
	over(dst.Pix[at:at+4:at+4], c, min(coverage, 1))
}

// pattern draws the underline of a stretch. Patterns begin at the right, where reading begins.
func (p *pen) pattern(pattern Pattern, s stretch, lane int, c nrgba) {
	top, u := p.laneTop(lane), p.thin
	bar := func(from, to, y, thick int) { fillRect(p.dst, image.Rect(max(from, s.from), y, to, y+thick), c) }
	switch pattern {
	case Solid:
		bar(s.from, s.to, top, 2*u)
	case Thin:
		bar(s.from, s.to, top+u, u)
	case Double:
		bar(s.from, s.to, top-u, u)
		bar(s.from, s.to, top+u, u)
	case Dashed:
		for x := s.to; x > s.from; x -= 9 * u {
			bar(x-6*u, x, top, 2*u)
		}
	case Dotted:
		for x := s.to; x > s.from; x -= 4 * u {
			bar(x-2*u, x, top, 2*u)
		}
	case Wavy:
		for x := s.to; x > s.from; x -= u {
			phase := (s.to - x) / u % 6
			bar(x-u, x, top-u+min(phase, 6-phase)*u, 2*u)
		}
	}
}
