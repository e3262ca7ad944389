package arabic

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Words is a text cut into words once, so that several lists of names can be
// looked up in it. It does not change and is safe for concurrent use.
type Words struct{ s sentence }

// ReadWords cuts a text into words. It takes linear time.
func ReadWords(text string) Words { return Words{readSentence(text)} }

// Names is a list of known names, each with an id, made for finding all of them
// in a text in one pass.
type Names struct {
	// byFirst holds the names by their first word without its article.
	byFirst map[string][]knownName
	// inflected names match with endings and with an article on every word.
	inflected bool
}

// knownName is a name in folded words.
type knownName struct {
	id      string
	words   []string
	article bool // the first word is written with «ال»
}

// FoundName is a place where a name stands, in code points of the text: without
// the particles before it, with the quotation marks inside it.
type FoundName struct {
	Start, End int
	ID         string
}

// NewNames returns an empty list of proper names. They match in the spelling
// variants that Fold makes equal, behind particles as TrimClitics knows them,
// with or without «ال» before the first word, and with both endings of a sound
// masculine plural.
func NewNames() *Names { return &Names{byFirst: map[string][]knownName{}} }

// NewCues returns an empty list of cues: common words and phrases, which match
// in addition with suffixes («هجوماً», «هاجموهم») and with an article on every
// word.
func NewCues() *Names { return &Names{byFirst: map[string][]knownName{}, inflected: true} }

// Add takes in a name. A name without letters, or of one letter, is left out;
// several ids may go by one name.
func (n *Names) Add(name, id string) {
	var words []string
	for _, token := range readSentence(name).tokens {
		if token.kind != markToken {
			words = append(words, n.key(token.text))
		}
	}
	if len(words) == 0 {
		return
	}
	first, article := cutArticle(words[0])
	if utf8.RuneCountInString(strings.Join(words, "")) < 2 || utf8.RuneCountInString(first) < 2 {
		return
	}
	words[0] = first
	entry := knownName{id: id, words: words, article: article}
	same := func(other knownName) bool {
		return other.id == id && other.article == article && slices.Equal(other.words, words)
	}
	if n.inflected {
		first = head(first)
	}
	if !slices.ContainsFunc(n.byFirst[first], same) {
		n.byFirst[first] = append(n.byFirst[first], entry)
	}
}

// head is what inflected words are looked up by: their first two letters.
func head(word string) string {
	at := 0
	for range 2 {
		_, size := utf8.DecodeRuneInString(word[at:])
		at += size
	}
	return word[:at]
}

// key makes the endings of a sound masculine plural equal: «مدنيون» and
// «مدنيين», «ناشطو» and «ناشطي».
func (n *Names) key(word string) string {
	if n.inflected {
		return word
	}
	if stem, ok := cutSuffix(word, "ون"); ok {
		return stem + "ين"
	}
	if stem, ok := cutSuffix(word, "و"); ok {
		return stem + "ي"
	}
	return word
}

// cutArticle takes «ال» off a word of which at least two letters stay.
func cutArticle(word string) (rest string, article bool) {
	rest, article = strings.CutPrefix(word, "ال")
	if !article || utf8.RuneCountInString(rest) < 2 {
		return word, false
	}
	return rest, true
}

// Find gives the places of all names in reading order, without overlaps: of two
// names that overlap the longer wins, of two as long the earlier. Ids that go
// by the same words come one after the other, in the order they were added.
func (n *Names) Find(text Words) []FoundName {
	var found []FoundName
	for i := 0; i < len(text.s.tokens); {
		ids, start, to := n.at(text.s, i)
		if len(ids) == 0 {
			i++
			continue
		}
		// A longer name may begin inside this one.
		from, end := i, to
		for k := i + 1; k < to; k++ {
			if more, s, e := n.at(text.s, k); len(more) > 0 && e-k > end-from {
				ids, start, from, end = more, s, k, e
			}
		}
		first, last := text.s.Source(start, text.s.tokens[end-1].end)
		for _, id := range ids {
			found = append(found, FoundName{first, last, id})
		}
		i = end
	}
	return found
}

// at gives the ids of the longest name that begins at token i, where its words
// begin in the shadow and the token it ends before. The reading with the fewest
// particles that is a name is taken.
func (n *Names) at(s sentence, i int) (ids []string, start, to int) {
	if i >= len(s.tokens) || s.tokens[i].kind == markToken {
		return nil, 0, 0
	}
	readings := []stem{{text: s.tokens[i].text}}
	if s.tokens[i].kind == wordToken {
		readings = stems(s.tokens[i].text)
	}
	least := len(s.tokens[i].text) + 1
	for _, st := range readings {
		first, article := cutArticle(n.key(st.text))
		article = article || st.article
		if st.cut > least {
			continue
		}
		short := st.cut > 0 && utf8.RuneCountInString(first) < minName
		for _, name := range n.named(first) {
			end, ok := n.ends(s, i, name, first, article)
			ok = ok && !(short && len(name.words) == 1)
			switch {
			case !ok || end < to:
				continue
			case end > to:
				ids, to = nil, end
			}
			if !slices.Contains(ids, name.id) {
				ids = append(ids, name.id)
			}
			least, start = st.cut, s.tokens[i].start+st.cut
		}
	}
	return ids, start, to
}

// named gives the names that may begin with a word without its article.
func (n *Names) named(first string) []knownName {
	if n.inflected {
		first = head(first)
	}
	return n.byFirst[first]
}

// ends tells where a name ends whose first word stands at token i.
func (n *Names) ends(s sentence, i int, name knownName, first string, article bool) (to int, ok bool) {
	if !n.same(name.words[0], first) {
		return 0, false
	}
	// «تنظيم» is not «التنظيم».
	if len(name.words) == 1 && name.article && !article && !n.inflected {
		return 0, false
	}
	to = i + 1
	quoted := false
	for _, word := range name.words[1:] {
		for s.isMarkAt(to, quotes+dashes) {
			quoted, to = quoted || s.isMarkAt(to, quotes), to+1
		}
		if to >= len(s.tokens) || s.tokens[to].kind == markToken || !n.next(word, s.tokens[to].text) {
			return 0, false
		}
		to++
	}
	if quoted && s.isMarkAt(to, quotes) {
		to++
	}
	return to, true
}

const quotes = `"'`

// next tells whether a word of the text is a further word of a name.
func (n *Names) next(known, word string) bool {
	if n.inflected {
		known, _ = cutArticle(known)
		word, _ = cutArticle(word)
	}
	return n.same(known, n.key(word))
}

// same tells whether a word is a word of a name.
func (n *Names) same(known, word string) bool {
	if known == word {
		return true
	}
	rest, ok := strings.CutPrefix(word, known)
	if !ok || !n.inflected || !inflections[rest] {
		return false
	}
	// «أسر» is neither «أسرة» nor «أسرى».
	return rest != "ه" && rest != "ي" || utf8.RuneCountInString(known) > minName
}

// inflections are what may follow a cue: endings of case, number, person and
// attached pronouns, folded.
var inflections = set("ا", "ه", "ت", "ها", "هم", "هما", "هن", "ين", "ون", "ان", "ات", "تين", "تان", "وا", "وه", "وها", "وهم",
	"ته", "تها", "تهم", "اته", "اتها", "اتهم", "ي", "تي", "يه", "يا", "نا")
