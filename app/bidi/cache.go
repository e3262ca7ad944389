package bidi

import "container/list"

// cache keeps the values used last, up to a number.
type cache[V any] struct {
	limit int
	order *list.List // of cacheItem, the one used last in front
	items map[int]*list.Element
}

type cacheItem[V any] struct {
	key   int
	value V
}

func newCache[V any](limit int) *cache[V] {
	return &cache[V]{limit: limit, order: list.New(), items: make(map[int]*list.Element)}
}

func (c *cache[V]) get(key int) (v V, ok bool) {
	e, ok := c.items[key]
	if !ok {
		return v, false
	}
	c.order.MoveToFront(e)
	return e.Value.(cacheItem[V]).value, true
}

func (c *cache[V]) put(key int, v V) {
	if c.order.Len() >= c.limit {
		oldest := c.order.Back()
		delete(c.items, oldest.Value.(cacheItem[V]).key)
		c.order.Remove(oldest)
	}
	c.items[key] = c.order.PushFront(cacheItem[V]{key, v})
}
