package bidi

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/segmenter"
)

// Font is a TrueType or OpenType font ready for shaping and drawing. It is safe for concurrent use.
type Font struct {
	upem            float64
	ascent, descent float64 // in em, both positive
	lineGap         float64

	// mu guards what follows: shaping and outlines share caches, and the scratch space is used again for each paragraph.
	mu     sync.Mutex
	face   *font.Face
	hb     *harfbuzz.Font
	buffer *harfbuzz.Buffer
	breaks segmenter.Segmenter
}

// ParseFont reads a font file. A character the font lacks is drawn with its .notdef glyph, or as an empty box where that is blank.
func ParseFont(ttf []byte) (*Font, error) {
	face, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, fmt.Errorf("font: not a readable TrueType or OpenType file, use another one: %w", err)
	}
	extents, ok := face.FontHExtents()
	if !ok || face.Upem() == 0 {
		return nil, errors.New("font: no horizontal metrics, use another file")
	}
	upem := float64(face.Upem())
	return &Font{
		upem:    upem,
		ascent:  float64(extents.Ascender) / upem,
		descent: -float64(extents.Descender) / upem,
		lineGap: float64(extents.LineGap) / upem,
		face:    face,
		hb:      harfbuzz.NewFont(face),
		buffer:  harfbuzz.NewBuffer(),
	}, nil
}

// outline returns the contours of a glyph in font units, y upwards; nil for a glyph without ink. Some fonts have an empty
// .notdef glyph: a character that the font lacks must not vanish, so that glyph becomes a box.
func (f *Font) outline(glyph uint32) []opentype.Segment {
	f.mu.Lock()
	defer f.mu.Unlock()
	outline, _ := f.face.GlyphDataOutline(font.GID(glyph))
	if glyph == 0 && len(outline.Segments) == 0 {
		width, height := f.face.HorizontalAdvance(0), float32(f.upem)*0.7
		margin, stroke := width*0.1, float32(f.upem)*0.05
		return append(rectangle(margin, 0, width-margin, height),
			rectangle(width-margin-stroke, stroke, margin+stroke, height-stroke)...)
	}
	return outline.Segments
}

// rectangle returns a closed contour; with left and right exchanged it runs the other way round, as the edge of a hole.
func rectangle(left, bottom, right, top float32) []opentype.Segment {
	corner := func(op opentype.SegmentOp, x, y float32) opentype.Segment {
		return opentype.Segment{Op: op, Args: [3]opentype.SegmentPoint{{X: x, Y: y}}}
	}
	return []opentype.Segment{
		corner(opentype.SegmentOpMoveTo, left, bottom), corner(opentype.SegmentOpLineTo, right, bottom),
		corner(opentype.SegmentOpLineTo, right, top), corner(opentype.SegmentOpLineTo, left, top),
	}
}

// Ascent returns the height above the baseline, in em.
func (f *Font) Ascent() float64 { return f.ascent }

// Descent returns the depth below the baseline, in em, as a positive number.
func (f *Font) Descent() float64 { return f.descent }

// LineHeight returns the distance from one baseline to the next that the font asks for, in em.
func (f *Font) LineHeight() float64 { return f.ascent + f.descent + f.lineGap }
