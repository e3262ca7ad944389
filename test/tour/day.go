package main

import (
	"os"
	"path/filepath"

	"hashiya/test/desktop"
)

// day is what the newcomer does.
func (g *guide) day() {
	g.check(os.MkdirAll(g.out, 0o755))
	g.readme.WriteString("What the pictures of the tour show\n\n")
	g.command("new", g.options.Project, "--samples", "--as", "newcomer")
	g.readme.WriteString("\n")

	g.open("light", 1366, 744)
	g.picture("library", "the articles of the demo project, with where their work stands")
	g.search()
	first := g.firstArticle()
	g.p.Close()

	g.open("dark", 1366, 744)
	g.p.Click(g.library())
	g.article("")
	g.tactics()
	g.takeBack()
	g.submit(first)
	g.p.Close()

	g.open("dark", 1024, 700)
	g.p.Click(g.library())
	g.article("")
	g.p.ClickWords(g.words("", "37 مقاتلاً"))
	g.p.Wait("the card of the count", func(at desktop.Probe) bool { return at.Active != "" })
	g.picture("small-window", "the same article in a window of 1024 by 700")
	g.p.Close()
	g.dataset()
	g.check(os.WriteFile(filepath.Join(g.out, "README.txt"), []byte(g.readme.String()), 0o644))
}

// library returns the place of the first article of the list.
func (g *guide) library() desktop.Place {
	return g.p.Wait("the list of articles", func(at desktop.Probe) bool { return at.Screen == "library" && at.List.Y > 0 }).List
}

// search looks for a name that is typed with another last letter than the articles have, and that has a letter attached in one of them.
func (g *guide) search() {
	at := g.p.Wait("the search", func(at desktop.Probe) bool { return at.Search.X > 0 })
	g.p.Click(at.Search)
	g.p.Type("الشعفه")
	g.picture("search", "a name is found in another spelling, and behind an attached letter")
	g.p.Key("ctrl+a", "BackSpace")
}

// firstArticle labels a part of the first article and fills in a claim.
func (g *guide) firstArticle() string {
	g.p.Click(g.library())
	id := g.article("")
	g.picture("article", "an article as it came, beside the empty form")

	g.label("1", "بدأها ", "تنظيم داعش")
	g.label("1", "ما ذكر ", "المرصد السوري لحقوق الإنسان")
	g.label("1", "مقاتلاً من ", "#قوات_سوريا_الديمقراطية")
	g.label("2", "قرب ", "#هجين")
	g.label("2", "محافظة ", "#دير_الزور")
	g.labelled("5", func() { g.p.SelectWord(g.words("", "الأربعاء")) })
	g.write("start", "2018-10-10")
	g.picture("labels", "actors, locations and a date, each marked in the text and on a chip of the form")

	g.label("3", "المرصد، ", "37 مقاتلاً")
	g.pick("kind", "killed")
	g.pick("who", "SDF")
	g.pick("by", "داعش")
	g.pick("claimed_by", "المرصد السوري")
	g.prove("claimed_by", "أرقام ", "المرصد")
	g.prove("kind", "اليوم ", "قضى")
	g.picture("claim", "a claim: what happened to whom, how many, who says so, and the words that prove it")
	return id
}

// tactics labels what was done, to whom, and a second claim.
func (g *guide) tactics() {
	g.label("4", "سلسلة ", "هجمات معاكسة")
	g.pick("initiator", "ISIS")
	g.pick("target", "SDF")
	g.picture("tactic", "a tactic with who did it to whom")
	g.labelled("4", func() {
		// By keyboard: the caret goes before the words with a click, and two words further with Shift and Ctrl.
		g.p.ClickBefore(g.words("معظمهم ب", "ضربات جوية"))
		g.p.Key("ctrl+shift+Left", "ctrl+shift+Left")
	})
	g.label("3", "و", "58 من عناصر التنظيم")
	g.pick("kind", "killed")
	g.pick("who", "ISIS")
	g.picture("rival-counts", "two counts of one fight beside each other")
}

// takeBack undoes and redoes, and enlarges the text.
func (g *guide) takeBack() {
	// The keyboard is in the field filled last; F6 gives it to the article, where undo shows what it takes back.
	g.p.Key("F6", "ctrl+z", "ctrl+z")
	g.picture("undone", "the last two steps are taken back")
	g.p.Key("ctrl+y", "ctrl+y", "ctrl+equal", "ctrl+equal", "ctrl+equal")
	g.picture("larger-text", "the steps are done again, and the text is larger")
	g.p.Key("ctrl+0")
}

// submit hands the article in; the next one opens by itself.
func (g *guide) submit(first string) {
	g.p.Key("ctrl+Return")
	g.picture("problems", "what is missing is named before the record is submitted")
	g.p.Key("shift+Tab", "Return")
	g.article(first)
	g.picture("next-article", "after Ctrl+Return the record is submitted and the next article is there")
	g.p.Key("alt+Left")
	g.article("")
	g.picture("submitted", "the submitted article: locked until it is opened again")
}

// dataset exports and checks the project.
func (g *guide) dataset() {
	g.readme.WriteString("\n")
	folder := filepath.Join(g.out, "dataset")
	g.check(os.MkdirAll(folder, 0o755))
	g.command("export", g.options.Project, "--format", "jsonl", "--out", filepath.Join(folder, "dataset.jsonl"))
	g.command("export", g.options.Project, "--format", "csv", "--out", filepath.Join(folder, "csv"))
	g.command("check", g.options.Project)
}
