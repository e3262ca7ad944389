package main

import (
	"cmp"
	"html/template"
	"os"
	"path/filepath"
	"slices"
)

// sheet shows all pictures small, a row a screen; each leads to the picture itself.
var sheet = template.Must(template.New("sheet").Parse(`<!doctype html>
<meta charset="utf-8">
<title>Hashiya: screens</title>
<style>
body { font: 14px sans-serif; margin: 2em; background: #777; color: #fff }
section { margin-bottom: 2em }
a { display: inline-block; width: 340px; margin: 0 12px 12px 0; color: #fff; vertical-align: top; font-size: 12px }
img { width: 100%; display: block }
</style>
<h1>Screens</h1>
{{range .}}<section>
<h2>{{.Name}}</h2>
{{range .Files}}<a href="{{.}}"><img src="{{.}}" loading="lazy" alt="">{{.}}</a>
{{end}}</section>
{{end}}`))

// sheetRow is a screen with its pictures.
type sheetRow struct {
	Name  string
	Files []string
}

// writeSheet writes index.html with the pictures that are in a folder, in the order of the table and of the sets.
func writeSheet(folder string) error {
	var shown []sheetRow
	for _, s := range table() {
		row := sheetRow{Name: s.name}
		for _, one := range sets() {
			name := one.file(s.name)
			if _, err := os.Stat(filepath.Join(folder, name)); err == nil && !slices.Contains(row.Files, name) {
				row.Files = append(row.Files, name)
			}
		}
		shown = append(shown, row)
	}
	file, err := os.Create(filepath.Join(folder, "index.html"))
	if err != nil {
		return err
	}
	return cmp.Or(sheet.Execute(file, shown), file.Close())
}
