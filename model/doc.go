// Package model holds what the program means: projects, articles, annotators,
// records, spans, the kinds of item that a record holds, entities, codebooks
// and edits. Its types are plain data with their validation; nothing here
// reads or writes anything, and only the standard library is imported.
//
// Offsets are Unicode code points of an article's stored text, half-open.
// Identifiers are UUIDs in their text form; rows refer to each other by id,
// files refer to entities by key.
package model
