package arabic

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the shadow that names and number words are compared in.
//
// It takes presentation forms and ligatures apart (compatibility
// decomposition, Unicode Standard Annex 15); deletes vowel and Quranic marks,
// tatweel, bidi controls and joiners; makes equal the forms of alef, of yeh, of
// kaf and of heh, taa marbuta and heh, and the digits of three scripts; turns
// special spaces and underscores into spaces and all double quotation marks
// into "; and drops the # of a hashtag. It is idempotent, takes linear time and
// accepts any bytes: an invalid byte becomes U+FFFD.
func Fold(text string) Folded { return fold(text, false) }

// FoldSearch gives the shadow of the search index and the search box: Fold,
// and in addition carriers lose their hamza, a lone hamza is deleted, and
// letters become lower case. It is too lossy for keys.
func FoldSearch(text string) Folded { return fold(text, true) }

// folder holds a shadow while it grows.
type folder struct {
	Folded
	search bool
	out    []byte
	// open tells whether a mark that comes now belongs to the last code point
	// of the shadow.
	open bool
}

func fold(text string, search bool) Folded {
	n := utf8.RuneCountInString(text)
	f := folder{search: search, out: make([]byte, 0, len(text))}
	f.starts = make([]int32, 0, n)
	f.ends = make([]int32, 0, n)
	f.steps = make([]int32, 0, n/step+1)
	at := int32(0)
	for _, r := range text {
		f.add(r, at)
		at++
	}
	f.text = string(f.out)
	return f.Folded
}

// add folds the code point r that stands at offset at.
func (f *folder) add(r rune, at int32) {
	switch {
	case r < 0x80 && r != '_':
		f.emit(r, at)
	case isMark(r):
		if r == hamzaAbove {
			f.raiseHamza()
		}
		f.extend(at)
	case isControl(r) || r == thousandsSeparator:
		f.open = false
	case r == '_':
		f.dropHash()
		f.push(' ', at)
	case r == basmala:
		for _, q := range basmalaWords {
			f.emit(q, at)
		}
	case isPresentation(r):
		f.takeApart(r, at)
	default:
		f.emit(r, at)
	}
}

// takeApart folds the letters that a presentation form stands for.
func (f *folder) takeApart(r rune, at int32) {
	parts := norm.NFKC.PropertiesString(string(r)).Decomposition()
	if parts == nil {
		f.emit(r, at)
		return
	}
	// An isolated form of a mark decomposes into a space and the mark. In
	// extracted text it stands over a letter, and the space would cut the word.
	if parts[0] == ' ' && len(parts) > 1 {
		parts = parts[1:]
	}
	for len(parts) > 0 {
		q, size := utf8.DecodeRune(parts)
		f.add(q, at)
		parts = parts[size:]
	}
}

// emit appends the folded form of r to the shadow.
func (f *folder) emit(r rune, at int32) {
	r = foldRune(r)
	if f.search {
		if r == hamza {
			f.extend(at)
			return
		}
		r = foldSearchRune(r)
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		f.dropHash()
	}
	f.push(r, at)
}

func (f *folder) push(r rune, at int32) {
	if len(f.starts)%step == 0 {
		f.steps = append(f.steps, int32(len(f.out)))
	}
	f.out = utf8.AppendRune(f.out, r)
	f.starts = append(f.starts, at)
	f.ends = append(f.ends, at+1)
	f.open = true
}

// extend gives the deleted code point at offset at to the letter before it.
func (f *folder) extend(at int32) {
	if f.open {
		f.ends[len(f.ends)-1] = at + 1
	}
}

// dropHash removes the # that a hashtag begins with, once its first letter is
// seen: a # that stands alone stays.
func (f *folder) dropHash() {
	for len(f.out) > 0 && f.out[len(f.out)-1] == '#' {
		f.out = f.out[:len(f.out)-1]
		last := len(f.starts) - 1
		f.starts, f.ends = f.starts[:last], f.ends[:last]
		if last%step == 0 {
			f.steps = f.steps[:len(f.steps)-1]
		}
		f.open = false
	}
}

// raiseHamza turns a waw or yeh before a combining hamza into the letter that
// is canonically equivalent to the pair.
func (f *folder) raiseHamza() {
	if !f.open || f.search {
		return
	}
	last, size := utf8.DecodeLastRune(f.out)
	if carrier, ok := withHamza(last); ok {
		f.out = utf8.AppendRune(f.out[:len(f.out)-size], carrier)
	}
}
