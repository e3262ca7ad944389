package reader

import (
	"image"
	"math"
)

// Half the widths of the averaged boxes, in em. Three boxes in a row come close to a Gaussian with a standard deviation of the same size,
// which leaves nothing of shapes as small as letters, at any zoom.
const (
	blurAcross = 0.42
	blurDown   = 0.34
	blurPasses = 3
	veilMargin = 0.12 // of the blurred part beside the passage, for letters that lean out of it
)

// blur smears ink. It keeps its scratch space.
type blur struct {
	layer       *image.NRGBA // the letters of the line
	plane, next []float32
}

// letters returns an empty picture as large as dst to draw letters on.
func (b *blur) letters(dst *image.NRGBA) *image.NRGBA {
	n := len(dst.Pix)
	if b.layer == nil || cap(b.layer.Pix) < n {
		b.layer = &image.NRGBA{Pix: make([]uint8, n)}
	}
	b.layer.Pix, b.layer.Stride, b.layer.Rect = b.layer.Pix[:n], dst.Stride, dst.Rect
	clear(b.layer.Pix)
	return b.layer
}

// smear blurs the ink of the layer in the columns from..to, by itself: what stands beside them is not blurred in.
func (b *blur) smear(from, to int, em float64) {
	from, to = max(from, 0), min(to, b.layer.Rect.Dx())
	width, height := to-from, b.layer.Rect.Dy()
	if width <= 0 || height <= 0 {
		return
	}
	if n := width * height; cap(b.plane) < n {
		b.plane, b.next = make([]float32, n), make([]float32, n)
	}
	b.plane, b.next = b.plane[:width*height], b.next[:width*height]
	alpha := b.layer.Pix[4*from+3:]
	for y := range height {
		for x := range width {
			b.plane[y*width+x] = float32(alpha[y*b.layer.Stride+4*x])
		}
	}
	for range blurPasses {
		for y := range height {
			b.box(y*width, 1, width, max(2, int(math.Round(blurAcross*em))))
		}
		b.plane, b.next = b.next, b.plane
		for x := range width {
			b.box(x, width, height, max(2, int(math.Round(blurDown*em))))
		}
		b.plane, b.next = b.next, b.plane
	}
	for y := range height {
		for x := range width {
			alpha[y*b.layer.Stride+4*x] = uint8(b.plane[y*width+x] + 0.5)
		}
	}
}

// box writes to next the mean of each of n values of plane, a step apart, with reach values at either side; outside there is no ink.
func (b *blur) box(start, step, n, reach int) {
	sum, part := float32(0), 1/float32(2*reach+1)
	for i := range min(reach, n) {
		sum += b.plane[start+i*step]
	}
	for i := range n {
		if i+reach < n {
			sum += b.plane[start+(i+reach)*step]
		}
		if i > reach {
			sum -= b.plane[start+(i-reach-1)*step]
		}
		b.next[start+i*step] = max(sum, 0) * part
	}
}

// stain paints the ink of the layer over dst.
func (b *blur) stain(dst *image.NRGBA, ink nrgba) {
	for i := 0; i < len(dst.Pix); i += 4 {
		if a := b.layer.Pix[i+3]; a > 0 {
			over(dst.Pix[i:i+4:i+4], ink, float64(a)/255)
		}
	}
}
