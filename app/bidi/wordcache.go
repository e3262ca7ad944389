package bidi

import "strings"

const (
	// longestWord is the longest piece that is kept, in code points, and wordsKept the number of pieces: some 10 MB full of the
	// words of Arabic news, 32 MB full of the longest ones.
	longestWord, wordsKept = 32, 1 << 15
)

// wordKey says what the glyphs of a piece follow from, apart from the font.
type wordKey struct {
	text string
	kind runKind
}

// wordCache keeps pieces by their words. When its newer half is full the older one goes, but for the words used since.
type wordCache struct {
	newer, older map[wordKey]*piece
}

func (c *wordCache) get(key wordKey) (*piece, bool) {
	if p, ok := c.newer[key]; ok {
		return p, true
	}
	p, ok := c.older[key]
	if ok {
		c.put(key, p)
	}
	return p, ok
}

func (c *wordCache) put(key wordKey, p *piece) {
	if len(c.newer) >= wordsKept/2 {
		c.older, c.newer = c.newer, nil
	}
	if c.newer == nil {
		c.newer = make(map[wordKey]*piece)
	}
	key.text = strings.Clone(key.text) // the key may be a part of a long text
	c.newer[key] = p
}
