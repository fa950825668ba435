// The CSS property names that `style` knows; a page that asks whether a property exists looks here.
(function (host, globals, internals) {
  'use strict';
  internals.cssProperties = `
    accent-color align-content align-items align-self all animation animation-delay animation-direction animation-duration
    animation-fill-mode animation-iteration-count animation-name animation-play-state animation-timing-function appearance aspect-ratio
    backdrop-filter backface-visibility background background-attachment background-blend-mode background-clip background-color
    background-image background-origin background-position background-position-x background-position-y background-repeat background-size
    border border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width
    border-collapse border-color border-image border-left border-left-color border-left-style border-left-width border-radius border-right
    border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
    border-top-right-radius border-top-style border-top-width border-width bottom box-shadow box-sizing break-after break-before
    caption-side caret-color clear clip clip-path color color-scheme column-count column-fill column-gap column-rule column-span column-width
    columns contain content counter-increment counter-reset cursor direction display empty-cells fill fill-opacity fill-rule filter flex
    flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family font-feature-settings font-kerning font-size
    font-stretch font-style font-variant font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column
    grid-column-end grid-column-start grid-row grid-row-end grid-row-start grid-template grid-template-areas grid-template-columns
    grid-template-rows height hyphens image-orientation image-rendering inset isolation justify-content justify-items justify-self left
    letter-spacing line-height list-style list-style-image list-style-position list-style-type margin margin-bottom margin-left margin-right
    margin-top mask mask-image mask-position mask-size max-height max-width min-height min-width mix-blend-mode object-fit object-position
    offset opacity order orphans outline outline-color outline-offset outline-style outline-width overflow overflow-anchor overflow-wrap
    overflow-x overflow-y padding padding-bottom padding-left padding-right padding-top page-break-after page-break-before perspective
    perspective-origin place-content place-items place-self pointer-events position quotes resize right rotate row-gap scale scroll-behavior
    scroll-margin scroll-padding scroll-snap-align scroll-snap-type shape-outside stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size table-layout text-align text-align-last text-anchor
    text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent text-overflow text-rendering text-shadow
    text-transform top touch-action transform transform-box transform-origin transform-style transition transition-delay
    transition-duration transition-property transition-timing-function translate unicode-bidi user-select vertical-align visibility
    white-space widows width will-change word-break word-spacing word-wrap writing-mode z-index zoom
    -webkit-appearance -webkit-box-shadow -webkit-filter -webkit-tap-highlight-color -webkit-text-fill-color -webkit-transform
    -webkit-transition -webkit-user-select
  `.trim().split(/\s+/);
})
