// Package app is the desktop program: it draws what a project holds and asks
// what the person wants. What may be done is decided in package annotate, what
// is kept in package sqlite; neither rules nor SQL are here.
//
// All of it runs on Fyne's main goroutine; long work goes through
// ui.Background.
package app
