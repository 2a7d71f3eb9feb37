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
    '_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}',
    'this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),',
    ',!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)',
    'toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},',
    // Attributes with JSON in them.
    'case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}',
    'removeController(t){this._$EO?.delete(t)}',
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
    // Templates that were compiled beforehand.
    [
      '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'this._$AC(t)',
    ],
    // Bindings inside style, script, textarea and title.
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
  ],
  'lit-element': [
    ',s.litElementHydrateSupport?.({LitElement:i})',
    'const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
    '(s.litElementVersions??=[]).push("4.2.2");',
  ],
};
