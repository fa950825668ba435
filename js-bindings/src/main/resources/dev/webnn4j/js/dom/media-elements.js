// <video> and <audio>: present, so that pages can ask what they can play. Nothing plays.
(function (host, globals, internals) {
  'use strict';
  const { STATE, dom, defineElement, reflect } = internals;

  const constants = { NETWORK_EMPTY: 0, NETWORK_IDLE: 1, NETWORK_LOADING: 2, NETWORK_NO_SOURCE: 3, HAVE_NOTHING: 0, HAVE_METADATA: 1,
    HAVE_CURRENT_DATA: 2, HAVE_FUTURE_DATA: 3, HAVE_ENOUGH_DATA: 4 };

  class HTMLMediaElement extends globals.HTMLElement {
    get readyState() { return constants.HAVE_NOTHING; }
    get networkState() { return constants.NETWORK_NO_SOURCE; }
    get paused() { return true; }
    get ended() { return false; }
    get duration() { return NaN; }
    get error() { return null; }
    get srcObject() { return this[STATE].srcObject ?? null; }
    set srcObject(value) { this[STATE].srcObject = value; }
    get currentTime() { return this[STATE].currentTime ?? 0; }
    set currentTime(value) { this[STATE].currentTime = Number(value); }
    get volume() { return this[STATE].volume ?? 1; }
    set volume(value) { this[STATE].volume = Number(value); }
    canPlayType() { return ''; }
    load() {}
    pause() {}
    play() { return Promise.reject(dom.domError('This host plays no media.', 'NotSupportedError')); }
  }
  reflect(HTMLMediaElement, {
    src: 'url', autoplay: 'boolean', controls: 'boolean', loop: 'boolean', muted: 'boolean', preload: 'string',
    crossOrigin: { kind: 'string', missing: null },
  });
  internals.defineInterface(HTMLMediaElement, { length: 0, constants });

  class HTMLVideoElement extends HTMLMediaElement {
    get videoWidth() { return 0; }
    get videoHeight() { return 0; }
  }
  reflect(HTMLVideoElement, { width: 'integer', height: 'integer', poster: 'url', playsInline: 'boolean' });
  defineElement(HTMLVideoElement, 'video');

  class HTMLAudioElement extends HTMLMediaElement {}
  defineElement(HTMLAudioElement, 'audio');

  const Audio = function Audio(source) {
    const audio = globals.document.createElement('audio');
    audio.preload = 'auto';
    if (source !== undefined) audio.src = source;
    return audio;
  };
  Audio.prototype = HTMLAudioElement.prototype;
  internals.defineGlobal('Audio', Audio);
})
