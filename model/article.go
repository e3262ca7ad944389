package model

import "strings"

// MaxArticleBytes is the largest article text accepted, in bytes of UTF-8.
const MaxArticleBytes = 20 << 20

// Article is what is known of a text. The text itself is immutable and kept
// apart; these facts are shared by all annotators, the last writer wins.
type Article struct {
	ID             string `json:"id"`
	SHA256         string `json:"sha256"` // of the stored text's UTF-8, lower-case hex
	Title          string `json:"title"`  // first non-empty line, also part of the text
	Length         int    `json:"length"` // code points
	Language       string `json:"language"`
	File           string `json:"file"` // name of the file it came from, without folders
	Outlet         string `json:"outlet"`
	URL            string `json:"url"`
	Author         string `json:"author"`
	Published      string `json:"published"` // partial ISO date
	PublishedBasis string `json:"published_basis"`
	RawSHA256      string `json:"raw_sha256"` // of the file as it came
	Decoding       string `json:"decoding"`   // "utf-8" or "utf-8-bom" until other encodings are read
	Duplicate      bool   `json:"duplicate"`
	ExternalID     string `json:"external_id"`
	Deleted        bool   `json:"deleted"`
	Extra          Extra  `json:"extra"`
}

// ArticleFacts are the fields of an article that an annotator may set, by the
// names they have in files.
var ArticleFacts = []Field{
	textField("outlet", func(a *Article) *string { return &a.Outlet }),
	textField("url", func(a *Article) *string { return &a.URL }),
	dateField("published", func(a *Article) *string { return &a.Published }),
}

// Title returns the first non-empty line of a text, without the space around
// it.
func Title(text string) string {
	for line := range strings.Lines(text) {
		if t := strings.TrimSpace(line); t != "" {
			return t
		}
	}
	return ""
}
