import type { EvictionGap } from '../../src/spec.ts';

/** See rule.md beside this file. The table is from the sources of the libraries. */
export default {
  engine: 'misuse',
  id: 'cache-overwrite-skips-eviction',
  summary: 'A cache call that drops an old value without the eviction callback that would release it',
  tags: ['leak', 'memory', 'cache'],
  releases: ['Close', 'Stop', 'Dispose', 'Release', 'Cancel', 'Unregister', 'Shutdown', 'Disconnect', 'Destroy', 'Remove', 'Unmap', 'Free', 'Kill'],
  caches: [
    {
      paths: ['github.com/patrickmn/go-cache', 'github.com/pmylund/go-cache'], types: ['Cache'], constructors: { New: -1, NewFrom: -1 },
      setter: 'OnEvicted', value: 1, overwrites: { Set: 1, SetDefault: 1, Add: 1, Replace: 1 }, drops: ['Flush'], remove: 'Delete',
      reads: ['Get', 'GetWithExpiration'], hidesExpired: true, sweep: { interval: 1, method: 'DeleteExpired' },
    },
    {
      paths: ['github.com/hashicorp/golang-lru', 'github.com/hashicorp/golang-lru/v2', 'github.com/hashicorp/golang-lru/simplelru', 'github.com/hashicorp/golang-lru/v2/simplelru'],
      types: ['Cache', 'LRU'], constructors: { NewWithEvict: 1, NewLRU: 1 }, setter: '', value: 1, overwrites: { Add: 1 }, drops: [], remove: 'Remove',
      reads: ['Get', 'Peek', 'Contains'], hidesExpired: false,
    },
    {
      paths: ['github.com/hashicorp/golang-lru/v2/expirable'], types: ['LRU'], constructors: { NewLRU: 1 }, setter: '', value: 1,
      overwrites: { Add: 1 }, drops: [], remove: 'Remove', reads: ['Get', 'Peek'], hidesExpired: true,
    },
    {
      paths: ['github.com/golang/groupcache/lru'], types: ['Cache'], constructors: { New: -1 }, setter: 'OnEvicted', value: 1,
      overwrites: { Add: 1 }, drops: [], remove: 'Remove', reads: ['Get'], hidesExpired: false,
    },
    {
      paths: ['github.com/jellydator/ttlcache/v2', 'github.com/ReneKroon/ttlcache/v2'], types: ['Cache'], constructors: { NewCache: -1 },
      setter: 'SetExpirationCallback', value: 1, overwrites: { Set: 1, SetWithTTL: 1 }, drops: [], remove: 'Remove', reads: ['Get'], hidesExpired: false,
    },
    {
      paths: ['github.com/muesli/cache2go'], types: ['CacheTable'], constructors: { Cache: -1 }, setter: 'SetAboutToDeleteItemCallback', value: 0,
      overwrites: { Add: 2 }, drops: ['Flush'], remove: 'Delete', reads: ['Value', 'Exists'], hidesExpired: false,
    },
    {
      paths: ['github.com/bluele/gcache'], types: ['Cache'], constructors: { New: -1 }, setter: 'EvictedFunc', value: 1,
      overwrites: { Set: 1, SetWithExpire: 1 }, drops: ['Purge'], remove: 'Remove', reads: ['Get', 'GetIFPresent', 'Has'], hidesExpired: false,
    },
  ],
} as const satisfies EvictionGap;
