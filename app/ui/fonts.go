package ui

import (
	"sync"
	"unicode"

	"fyne.io/fyne/v2"

	"hashiya/app/bidi"
	"hashiya/assets"
)

// Weight is a weight of the bundled family.
type Weight uint8

const (
	Regular Weight = iota // 400
	Medium                // 500, for chips and names
	Bold                  // 700, for heads and values
)

// face is one bundled font file in the two forms that drawing wants: Fyne's
// resource and the parsed font of our own engine. Both are made on first use.
type face struct {
	resource func() fyne.Resource
	engine   func() *bidi.Font
}

var faces = [...]face{newFace("Regular"), newFace("Medium"), newFace("Bold")}

func newFace(name string) face {
	return face{
		resource: sync.OnceValue(func() fyne.Resource {
			return fyne.NewStaticResource("Vazirmatn-"+name+".ttf", assets.Font(name))
		}),
		engine: sync.OnceValue(func() *bidi.Font {
			f, err := bidi.ParseFont(assets.Font(name))
			if err != nil {
				// The file is embedded, so only a broken build comes here.
				panic("ui: bundled font Vazirmatn " + name + " cannot be read: " + err.Error())
			}
			return f
		}),
	}
}

func fontResource(w Weight) fyne.Resource { return faces[w].resource() }

// EngineFont returns the bundled font for package bidi, parsed once.
func EngineFont(w Weight) *bidi.Font { return faces[w].engine() }

// naskh are the weights of the second reading face, with Latin letters and
// brackets from the first one.
var naskh = map[Weight]func() *bidi.Font{Regular: newNaskh("Regular", Regular), Bold: newNaskh("Bold", Bold)}

func newNaskh(name string, latin Weight) func() *bidi.Font {
	return sync.OnceValue(func() *bidi.Font {
		f, err := bidi.ParseFont(assets.Naskh(name))
		if err != nil {
			panic("ui: bundled font Naskh " + name + " cannot be read: " + err.Error())
		}
		return f.WithFallback(EngineFont(latin))
	})
}

// NaskhFont returns the second reading face, Regular or Bold, parsed once.
func NaskhFont(w Weight) *bidi.Font { return naskh[w]() }

// painterKey names a glyph painter: a weight at a pixel size.
type painterKey struct {
	weight      Weight
	pixelsPerEm float64
}

// painters keeps the glyph painters in use; a program has a handful of sizes,
// and the limit only guards against zooming through hundreds of them.
var painters = struct {
	sync.Mutex
	made map[painterKey]*bidi.Painter
}{made: map[painterKey]*bidi.Painter{}}

const maxPainters = 24

// enginePainter returns the painter of a weight at pixelsPerEm device pixels.
func enginePainter(w Weight, pixelsPerEm float64) *bidi.Painter {
	painters.Lock()
	defer painters.Unlock()
	key := painterKey{w, pixelsPerEm}
	p := painters.made[key]
	if p == nil {
		if len(painters.made) >= maxPainters {
			clear(painters.made)
		}
		p = bidi.NewPainter(EngineFont(w), pixelsPerEm)
		painters.made[key] = p
	}
	return p
}

// plain tells whether text needs no glyph outside the bundled family. Only
// then may a canvas text name its font file: Fyne drops its symbol fonts for it.
func plain(text string) bool {
	for _, r := range text {
		if r < 0x80 || unicode.In(r, unicode.Arabic, unicode.Latin, unicode.Mn) {
			continue
		}
		if r < 0x2000 || r > 0x2044 { // general punctuation is in the family
			return false
		}
	}
	return true
}
