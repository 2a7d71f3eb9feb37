/**
 * Pieces of Lit's files that nothing in the script-tag build can reach, a list for each file; where
 * something has to stand in place of a piece, both as a pair. 0.8 KiB in all, of the 14 that a first
 * paint may cost. Each must be there exactly once, or the build fails: a new version of Lit is looked
 * at again, piece by piece.
 */
export const unreachable = {
  'reactive-element': [
    // Polyfills, and the count of versions that only development builds read.
    ',p=a.reactiveElementPolyfillSupport',
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
    // Standard decorators and their metadata: our compiler writes the older ones.
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}',
    ',void 0!==t.l&&(this.l=[...t.l])',
    ',this.constructor.l?.forEach(t=>t(this))',
    // `static properties`: ours are declared by decorators.
    [
      'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      'this.finalized=!0,this._$Ei();',
    ],
    // Reflection: elements reflect nothing.
    'c=a.trustedTypes,l=c?c.emptyScript:"",',
    '_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}',
    'this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),',
    'toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},',
    'this._$Em=null,',
    '&&this._$Em!==e',
    // Attributes with JSON in them, and converters that are more than a function.
    'case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}',
    [
      'h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null',
      'h=t.converter??u.fromAttribute;this[e]=h(s,t.type)',
    ],
    // Accessors that are decorated, and options that no property of ours has.
    [
      'b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}',
      'b={type:String}',
    ],
    [
      'if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}}static getPropertyDescriptor(t,s,i){const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}',
      's.state&&(s.attribute=!1),this._$Ei(),this.elementProperties.set(t,s);const i=Symbol();e(this.prototype,t,{get(){return this[i]},set(s){const e=this[i];this[i]=s,this.requestUpdate(t,e)},configurable:!0,enumerable:!0})}',
    ],
    [
      'const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)',
      'if(!f(this[t],s))return;this.C(t,s)',
    ],
    [
      'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
      'C(t,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}',
    ],
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
    // Styles as text, and one that an element lists twice.
    [
      'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i',
      'return[s??[]].flat(1/0)',
    ],
    // Names of properties that are symbols.
    ['"string"==typeof t?t.toLowerCase():void 0', 't.toLowerCase()'],
    // What other elements override and ours don't.
    'static getPropertyOptions(t){return this.elementProperties.get(t)??b}',
    ['i.getPropertyOptions(e)', 'i.elementProperties.get(e)'],
    [
      'attributeChangedCallback(t,s,i){this._$AK(t,i)}_$AK(t,s){',
      'attributeChangedCallback(t,r,s){',
    ],
    'return this.getUpdateComplete()}getUpdateComplete(){',
    'removeController(t){this._$EO?.delete(t)}',
    [
      'this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)',
      'this.hasUpdated=!0,this.updated(t)',
    ],
    'firstUpdated(t){}',
  ],
  'lit-html': [
    // What other packages of Lit reach through the back door, polyfills, the count of versions.
    'const j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z},B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");',
    'j as _$LH,',
    // Directives: our templates have none.
    'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    't=M(this,t,i),',
    't=M(this,t,i,0),',
    ['r=M(this,e[s+n],i,n)', 'r=e[s+n]'],
    ['(t=M(this,t,i,0)??A)===E', '(t??=A)===E'],
    'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
    'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));',
    [
      '1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
      '1===r.type&&(i=new r.ctor(h,r.name,r.strings,this,t))',
    ],
    // What directives know of the place where they stand, and how they hear that it left the page.
    'get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}',
    'get _$AU(){return this._$AM?._$AU??this._$Cv}',
    'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}',
    'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
    ['this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i', 'this._$AV=[],this._$AD=t'],
    ['this.type=2,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
    ['this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0', 'this.options=e'],
    ['this.type=1,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
    'this._$AM=e,',
    'constructor(){super(...arguments),this.type=3}',
    'constructor(){super(...arguments),this.type=4}',
    'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}',
    [
      '_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);',
      '_$AR(t=this._$AA.nextSibling){for(;',
    ],
    'setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}',
    ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
    ['t!==this._$AH&&t!==E,o&&', 't!==this._$AH,o&&'],
    'r===E&&(r=this._$AH[n]),',
    ['if((t??=A)===E)return;', 't??=A;'],
    ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
    // Templates that were compiled beforehand.
    [
      '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'this._$AC(t)',
    ],
    // Script, style, textarea and title in a template, and mathematics.
    ',y=/^(?:script|style|textarea|title)$/i',
    ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', 'c=p'],
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    ['c=n??v', 'c=v'],
    ['(c=p,n=void 0)', 'c=p'],
    ['let n,l=2===i', 'let l=2===i'],
    '3===i?"<math>":',
    '3===i?"</math>":',
    ['2===i||3===i', '2===i'],
    // Listeners that are objects or have options; a document of its own; a place inside of a box.
    '||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive',
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options?.host??this.element,t)',
    ],
    ['(t?.creationScope??l).importNode', 'l.importNode'],
    [
      'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h',
      'let h=i._$litPart$;if(void 0===h){i._$litPart$=h=new k(i.insertBefore(c(),null),null,void 0,s??{})}return h._$AI(t),h',
    ],
  ],
  'lit-element': [
    ',s.litElementHydrateSupport?.({LitElement:i})',
    'const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
    '(s.litElementVersions??=[]).push("4.2.2");',
    // Only directives want to know whether the element is on the page.
    'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),',
    ',this._$Do=void 0',
    'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
    ['this._$Do=e(r,', 'e(r,'],
    'render(){return r}',
    // Nothing stands in a shadow root before the first drawing.
    'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
  ],
};
