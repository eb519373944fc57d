/**
 * Routes that the API's description leaves out: they serve this product's own pages and machines, not those who
 * write against the API. The fuzz finds every other route in the description; a test holds this list against
 * what is registered.
 */
export const HIDDEN_ROUTES: readonly { method: string; path: string }[] = [
  { method: 'GET', path: '/health/live' },
  { method: 'GET', path: '/health/ready' },
  { method: 'GET', path: '/metrics' },
  { method: 'GET', path: '/docs' },
  { method: 'GET', path: '/docs/static/index.html' },
  { method: 'GET', path: '/docs/static/swagger-initializer.js' },
  { method: 'GET', path: '/docs/static/*' },
  { method: 'GET', path: '/docs/json' },
  { method: 'GET', path: '/docs/yaml' },
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/*' },
  { method: 'GET', path: '/api/v1/openapi.json' },
  { method: 'GET', path: '/api/v1/basemap/tiles' },
  { method: 'POST', path: '/api/v1/session/local' },
];
