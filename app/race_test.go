//go:build race

package app

// raceDetector tells that the tests run with it, many times slower.
const raceDetector = true
