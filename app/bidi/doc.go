// Package bidi lays out and draws right-to-left and mixed text: embedding levels (UAX #9), line breaks (UAX #14), graphemes and
// words (UAX #29), shaping (HarfBuzz, through go-text), wrapping, carets, hit tests, selection rectangles and glyph pictures. It
// knows nothing of windows; a widget asks it where things are and hands it a picture to draw in.
//
// # Units
//
// Offsets are Unicode code points and ranges are half-open, as everywhere in the program. Lengths are in em, 1.0 being the font
// size, so that zooming needs no new layout. x runs from the left edge of the wrap box to the right, in right-to-left
// paragraphs too.
//
// # From text to picture
//
// A Document divides a text into paragraphs and shapes those that are asked for. A Paragraph is shaped once: levels, glyphs and
// the prefix sums of widths that wrapping, carets and rectangles are computed from. Lines is a paragraph wrapped to a width; its
// visual runs are put in order only for lines that are looked at. A Painter draws lines at one size in pixels.
//
// A Font keeps the words it has shaped, and paragraphs share them: news says the same words again and again. Arabic words are
// shaped one by one where the font's rules say that a space has no part in them (see spaceStandsAlone), else runs are shaped whole;
// the result is the same. Paragraph.Edit is for texts that change with every key.
//
//	font, err := bidi.ParseFont(assets.Regular)
//	doc := bidi.NewDocument(text, font, bidi.BaseRTL)
//	painter := bidi.NewPainter(font, 18*scale)
//	lines := doc.Lines(0, widthInPixels/(18*scale))
//	painter.Draw(picture, lines, 0, 0, font.Ascent()*18*scale, black)
//	caret := lines.Hit(0, mouseX/(18*scale))
//
// Every step is checked against others: levels against BidiTest and BidiCharacterTest, breaks against the break tests of Unicode
// 17, glyphs against HarfBuzz, lines against Pango. ExampleParagraph draws a marked paragraph into a picture.
//
// # Long and hostile texts
//
// Opening a Document takes 3 to 6 ms a megabyte, showing a paragraph some milliseconds, whatever it is made of.
// Only a line of megabytes takes longer when it is first asked for, some 40 ms each: see Document.Prepare.
//
// # Carets
//
// Where a run of the other direction begins, one offset is at two places on the screen; so it is where a line wraps. A Caret
// therefore says which of its two neighbours it belongs to. Left and Right move by what is seen, Home and End by the order of
// the text.
//
// Widgets of the toolkit that draw runs in logical order get their strings through Visual.
package bidi
