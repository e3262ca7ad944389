package ui

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"hashiya/app/bidi"
)

// linePicture draws one line of our own text layout into a raster.
type linePicture struct {
	raster *canvas.Raster
	lines  *bidi.Lines
	line   int
	weight Weight
	size   float32 // em size
	height float32 // of the line box
	x      float32 // of the wrap box's left edge inside the raster
	ink    color.NRGBA
	buffer *image.NRGBA // kept while the size stays, so that a redraw allocates nothing
}

func newLinePicture() *linePicture {
	p := &linePicture{}
	p.raster = canvas.NewRaster(p.draw)
	return p
}

// set changes what is drawn and repaints when something did change.
func (p *linePicture) set(lines *bidi.Lines, line int, weight Weight, size, height, x float32, ink color.Color) {
	next := linePicture{
		raster: p.raster, buffer: p.buffer, lines: lines, line: line, weight: weight,
		size: size, height: height, x: x, ink: color.NRGBAModel.Convert(ink).(color.NRGBA),
	}
	if next != *p {
		*p = next
		canvas.Refresh(p.raster)
	}
}

func (p *linePicture) draw(w, h int) image.Image {
	if p.buffer == nil || p.buffer.Rect.Dx() != w || p.buffer.Rect.Dy() != h {
		p.buffer = image.NewNRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(p.buffer.Pix)
	}
	if p.lines == nil || w == 0 || h == 0 {
		return p.buffer
	}
	scale := deviceScale(p.raster, h)
	painter := enginePainter(p.weight, float64(p.size)*scale)
	baseline := baselineOf(p.weight, p.size, p.height)
	painter.Draw(p.buffer, p.lines, p.line, float64(p.x)*scale, float64(baseline)*scale, p.ink)
	return p.buffer
}

// baselineOf centres a font of an em size in a line box and returns the
// distance from its top to the baseline.
func baselineOf(w Weight, size, height float32) float32 {
	f := EngineFont(w)
	ascent, descent := float32(f.Ascent())*size, float32(f.Descent())*size
	return (height-ascent-descent)/2 + ascent
}

// deviceScale returns device pixels per unit for an object; h is its height in
// pixels, for when it is on no canvas.
func deviceScale(o fyne.CanvasObject, h int) float64 {
	const far = 1000
	if c := canvasOf(o); c != nil {
		if x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0)); x > 0 {
			return float64(x) / far
		}
	}
	return float64(h) / float64(max(o.Size().Height, 1))
}
