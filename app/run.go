package app

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/assets"
)

// applicationID names the program to the desktop, as FyneApp.toml does.
const applicationID = "org.hashiya.desktop"

// Run opens the window, on a project file when a path is given, as the person
// named, and returns the exit code when the window is closed.
func Run(project, as string) int {
	file, err := settings.Find()
	if err != nil {
		fmt.Fprintln(os.Stderr, "hashiya:", err)
		return 1
	}
	// What is wrong with the settings is told in the window.
	kept, _ := file.Load()
	texts, err := loadWords(languageOr(kept.Language), kept.Digits)
	if err != nil {
		fmt.Fprintln(os.Stderr, "hashiya:", err)
		return 1
	}
	a := fyneapp.NewWithID(applicationID)
	p := newProgram(a, a.NewWindow(texts.T("app.name")), file, texts, ui.SystemRunner())
	p.begin(project, as)
	p.probe()
	p.window.ShowAndRun()
	return 0
}

// setUp gives the application its look.
func setUp(a fyne.App, theme *ui.Theme) {
	a.Settings().SetTheme(theme)
	a.SetIcon(fyne.NewStaticResource("hashiya.png", assets.Icon()))
}
