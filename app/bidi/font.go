package bidi

import (
	"bytes"
	"encoding/binary"
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
	spaceAlone      bool  // Arabic words between spaces can be shaped one by one
	fallback        *Font // for characters that this font lacks, or nil

	// mu guards what follows: shaping and outlines share caches, and the scratch space is used again for each paragraph.
	mu     sync.Mutex
	face   *font.Face
	hb     *harfbuzz.Font
	buffer *harfbuzz.Buffer
	breaks segmenter.Segmenter
	runs   []run
	words  wordCache
}

// maxFontBytes is the size from which on a file is refused unread: the largest fonts of Arabic have a few MB.
const maxFontBytes = 64 << 20

// ParseFont reads a TrueType or OpenType file of at most 64 MB; damaged files are refused, as far as a few words shaped with them tell.
// A character the font lacks is drawn with its .notdef glyph, or as an empty box where that is blank.
func ParseFont(ttf []byte) (*Font, error) {
	switch {
	case len(ttf) == 0:
		return nil, errors.New("font: the file is empty, use another one")
	case len(ttf) > maxFontBytes:
		return nil, fmt.Errorf("font: the file has more than %d MB, use a smaller one", maxFontBytes>>20)
	case bytes.HasPrefix(ttf, []byte("wOFF")) || bytes.HasPrefix(ttf, []byte("wOF2")):
		return nil, errors.New("font: WOFF files are for web pages, use the TrueType or OpenType file of the font")
	}
	if err := checkDirectory(ttf); err != nil {
		return nil, fmt.Errorf("font: %w, use another file", err)
	}
	f, err := tryFont(ttf)
	if err != nil {
		return nil, fmt.Errorf("font: not a readable TrueType or OpenType file, use another one: %w", err)
	}
	return f, nil
}

// checkDirectory refuses a file with a table outside of it (OpenType 1.9.1, table directory): go-text makes room for a table before
// it looks whether the table is there, for up to 4 GB each. Files of other kinds are left to go-text.
func checkDirectory(ttf []byte) error {
	const header, record = 12, 16
	if len(ttf) < header || !bytes.HasPrefix(ttf, []byte("\x00\x01\x00\x00")) && !bytes.HasPrefix(ttf, []byte("OTTO")) {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		if len(ttf) < header+(i+1)*record {
			return errors.New("the file is cut off")
		}
		entry := ttf[header+i*record:]
		offset, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if uint64(offset)+uint64(length) > uint64(len(ttf)) {
			return fmt.Errorf("the table %q lies outside of the file", entry[:4])
		}
	}
	return nil
}

// tryFont reads the tables and shapes a few words, because go-text 0.3.5 panics on some damaged tables: glyph offsets that do not
// ascend, character maps cut off, no widths, features that are not there.
func tryFont(ttf []byte) (f *Font, err error) {
	defer func() {
		if p := recover(); p != nil {
			f, err = nil, fmt.Errorf("its tables are damaged: %v", p)
		}
	}()
	face, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, err
	}
	extents, ok := face.FontHExtents()
	if !ok || face.Upem() == 0 {
		return nil, errors.New("it has no horizontal metrics")
	}
	upem := float64(face.Upem())
	f = &Font{
		upem:    upem,
		ascent:  float64(extents.Ascender) / upem,
		descent: -float64(extents.Descender) / upem,
		lineGap: float64(extents.LineGap) / upem,
		face:    face,
		hb:      harfbuzz.NewFont(face),
		buffer:  harfbuzz.NewBuffer(),

		spaceAlone: spaceStandsAlone(face),
	}
	for _, base := range []Base{BaseRTL, BaseLTR} {
		for _, r := range NewParagraph("لا إله abc 12 الشَّمْسُ \u202eab\u4e2d", f, base).runs {
			for _, g := range r.glyphs {
				f.outline(g.id)
			}
		}
	}
	return f, nil
}

// outline returns the contours of a glyph in font units, y upwards; nil for a glyph without ink. Some fonts have an empty
// .notdef glyph: a character that the font lacks must not vanish, so that glyph becomes a box.
func (f *Font) outline(glyph uint32) []opentype.Segment {
	if glyph&fallbackGlyph != 0 {
		return scaled(f.fallback.outline(glyph&^fallbackGlyph), f.upem/f.fallback.upem)
	}
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
