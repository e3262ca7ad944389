package bidi

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

const (
	// subpixels is the number of horizontal positions a glyph is drawn at within a pixel.
	subpixels = 4
	// maxMaskBytes bounds the cache: it is emptied when it would grow beyond.
	maxMaskBytes = 4 << 20
	// maxPixelsPerEm bounds the size of a single mask.
	maxPixelsPerEm = 1024
)

// Painter draws lines of one font at one size. It keeps the glyphs it has drawn. It is not safe for concurrent use.
type Painter struct {
	font  *Font
	scale float64 // pixels per font unit
	masks map[maskKey]*mask
	bytes int
	ras   vector.Rasterizer
}

type maskKey struct {
	glyph    uint32
	subpixel uint8
}

// mask is the coverage of a glyph, with its upper left corner relative to the origin on the baseline, in pixels.
type mask struct {
	pix       []uint8
	w, h      int
	left, top int
}

// NewPainter returns a painter for a font size in pixels. Sizes above 1024 are drawn as 1024.
func NewPainter(font *Font, pixelsPerEm float64) *Painter {
	size := min(max(pixelsPerEm, 0), maxPixelsPerEm)
	return &Painter{font: font, scale: size / font.upem, masks: make(map[maskKey]*mask)}
}

// Draw paints a line over dst, with the left edge of its wrap box at x and its baseline at y = baseline, both in pixels of
// dst. The baseline is rounded to a whole pixel, glyphs stand on quarter pixels of x. Of lines in another font nothing is drawn.
func (p *Painter) Draw(dst *image.NRGBA, lines *Lines, line int, x, baseline float64, ink color.NRGBA) {
	if lines.p.font != p.font || line < 0 || line >= lines.Count() {
		return
	}
	for _, s := range lines.layout(line) {
		pen := x + s.left*p.font.upem*p.scale
		lines.p.eachGlyph(int(s.start), int(s.end), s.rtl(), func(g *glyph) {
			p.drawGlyph(dst, g, pen, baseline, ink)
			pen += float64(g.advance) * p.scale
		})
	}
}

func (p *Painter) drawGlyph(dst *image.NRGBA, g *glyph, pen, baseline float64, ink color.NRGBA) {
	x := pen + float64(g.xOffset)*p.scale
	y := math.Round(baseline - float64(g.yOffset)*p.scale)
	quarters := math.Round(x * subpixels)
	if !(math.Abs(quarters) < math.MaxInt32 && math.Abs(y) < math.MaxInt32) {
		return
	}
	whole := int(math.Floor(quarters / subpixels))
	m := p.mask(maskKey{g.id, uint8(int(quarters) - whole*subpixels)})
	if m.pix != nil {
		blend(dst, m, whole+m.left, int(y)+m.top, ink)
	}
}

// mask returns a glyph's mask from the cache, or draws it.
func (p *Painter) mask(key maskKey) *mask {
	if m, ok := p.masks[key]; ok {
		return m
	}
	m := p.rasterise(key)
	if p.bytes += len(m.pix) + 64; p.bytes > maxMaskBytes {
		clear(p.masks)
		p.bytes = len(m.pix) + 64
	}
	p.masks[key] = m
	return m
}

func (p *Painter) rasterise(key maskKey) *mask {
	segments := p.font.outline(key.glyph)
	if len(segments) == 0 {
		return &mask{}
	}
	shift := float64(key.subpixel) / subpixels
	box := p.bounds(segments, shift)
	limit := image.Rect(-8*maxPixelsPerEm, -8*maxPixelsPerEm, 8*maxPixelsPerEm, 8*maxPixelsPerEm)
	if box.Empty() || !box.In(limit) {
		return &mask{}
	}
	at := func(pt opentype.SegmentPoint) (x, y float32) {
		return float32(float64(pt.X)*p.scale + shift - float64(box.Min.X)), float32(-float64(pt.Y)*p.scale - float64(box.Min.Y))
	}
	p.ras.Reset(box.Dx(), box.Dy())
	p.ras.DrawOp = draw.Src
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			p.ras.ClosePath()
			p.ras.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			p.ras.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			p.ras.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			p.ras.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	p.ras.ClosePath()
	alpha := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	p.ras.Draw(alpha, alpha.Rect, image.Opaque, image.Point{})
	return &mask{pix: alpha.Pix, w: box.Dx(), h: box.Dy(), left: box.Min.X, top: box.Min.Y}
}

// bounds returns the pixels that an outline may touch; the control points enclose the curves.
func (p *Painter) bounds(segments []opentype.Segment, shift float64) image.Rectangle {
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range segments {
		for _, pt := range segments[i].ArgsSlice() {
			x, y := float64(pt.X)*p.scale+shift, -float64(pt.Y)*p.scale
			minX, maxX = min(minX, x), max(maxX, x)
			minY, maxY = min(minY, y), max(maxY, y)
		}
	}
	return image.Rect(int(math.Floor(minX)), int(math.Floor(minY)), int(math.Ceil(maxX)), int(math.Ceil(maxY)))
}
