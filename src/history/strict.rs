//! Reading a value and noticing whether anything in it was passed over.
//!
//! The long way lists the places of unknown fields and for that takes a copy of every key; here it is
//! enough to know that there is one.

use std::cell::Cell;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// Anything that is read from, with a place to note that something was passed over.
pub(super) struct Strict<'a, T> {
    pub(super) inner: T,
    pub(super) has_more: &'a Cell<bool>,
}

impl<'a, T> Strict<'a, T> {
    /// The same for another.
    const fn over<U>(&self, inner: U) -> Strict<'a, U> {
        Strict { inner, has_more: self.has_more }
    }
}

/// Splits into what is read from and what is made of it.
macro_rules! through {
    ($self:ident, $visitor:ident, $method:ident $(, $given:expr)*) => {{
        let visitor = $self.over($visitor);
        $self.inner.$method($($given,)* visitor)
    }};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        through!(self, visitor, deserialize_any)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        through!(self, visitor, deserialize_option)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        through!(self, visitor, deserialize_newtype_struct, name)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        through!(self, visitor, deserialize_enum, name, variants)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.has_more.set(true);
        self.inner.deserialize_ignored_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_bool<E: serde::de::Error>(self, it: bool) -> Result<V::Value, E> {
        self.inner.visit_bool(it)
    }

    fn visit_i64<E: serde::de::Error>(self, it: i64) -> Result<V::Value, E> {
        self.inner.visit_i64(it)
    }

    fn visit_u64<E: serde::de::Error>(self, it: u64) -> Result<V::Value, E> {
        self.inner.visit_u64(it)
    }

    fn visit_f64<E: serde::de::Error>(self, it: f64) -> Result<V::Value, E> {
        self.inner.visit_f64(it)
    }

    fn visit_str<E: serde::de::Error>(self, it: &str) -> Result<V::Value, E> {
        self.inner.visit_str(it)
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, it: &'de str) -> Result<V::Value, E> {
        self.inner.visit_borrowed_str(it)
    }

    fn visit_string<E: serde::de::Error>(self, it: String) -> Result<V::Value, E> {
        self.inner.visit_string(it)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, it: D) -> Result<V::Value, D::Error> {
        let it = self.over(it);
        self.inner.visit_some(it)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, it: D) -> Result<V::Value, D::Error> {
        let it = self.over(it);
        self.inner.visit_newtype_struct(it)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, it: A) -> Result<V::Value, A::Error> {
        let it = self.over(it);
        self.inner.visit_seq(it)
    }

    fn visit_map<A: MapAccess<'de>>(self, it: A) -> Result<V::Value, A::Error> {
        let it = self.over(it);
        self.inner.visit_map(it)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, it: A) -> Result<V::Value, A::Error> {
        let it = self.over(it);
        self.inner.visit_enum(it)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, it: D) -> Result<S::Value, D::Error> {
        let it = self.over(it);
        self.inner.deserialize(it)
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error>
    where
        S: DeserializeSeed<'de>,
    {
        let seed = self.over(seed);
        self.inner.next_element_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error>
    where
        K: DeserializeSeed<'de>,
    {
        self.inner.next_key_seed(seed)
    }

    fn next_value_seed<S>(&mut self, seed: S) -> Result<S::Value, A::Error>
    where
        S: DeserializeSeed<'de>,
    {
        let seed = self.over(seed);
        self.inner.next_value_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'a, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Strict<'a, A> {
    type Error = A::Error;
    type Variant = Strict<'a, A::Variant>;

    fn variant_seed<S>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error>
    where
        S: DeserializeSeed<'de>,
    {
        let has_more = self.has_more;
        let (value, inner) = self.inner.variant_seed(seed)?;
        Ok((value, Strict { inner, has_more }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S>(self, seed: S) -> Result<S::Value, A::Error>
    where
        S: DeserializeSeed<'de>,
    {
        let seed = self.over(seed);
        self.inner.newtype_variant_seed(seed)
    }

    fn tuple_variant<V>(self, length: usize, visitor: V) -> Result<V::Value, A::Error>
    where
        V: Visitor<'de>,
    {
        through!(self, visitor, tuple_variant, length)
    }

    fn struct_variant<V>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error>
    where
        V: Visitor<'de>,
    {
        through!(self, visitor, struct_variant, fields)
    }
}
