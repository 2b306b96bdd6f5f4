package dev.tenlines.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Your parcel is on its way and will be with you on Monday.
          de | Ihr Paket ist unterwegs und wird am Montag bei Ihnen sein.
          fr | Votre colis est en route et sera chez vous dans les deux jours.
          es | El paquete está en camino y llega el lunes por la tarde.
          nl | Het pakket is onderweg en komt op maandag bij u aan.
          it | Il pacco è in viaggio e arriva nel pomeriggio di lunedì.
          pt | O pacote não foi entregue, mas uma pessoa da loja vai ligar para os clientes.
          ro | Pachetul este pe drum și va ajunge după prânz, care nu mai este departe.
          tr | Paket yolda ve bir gün sonra daha erken bir saatte gelecek.
          vi | Gói hàng của bạn đang trên đường và không đến trong ngày này.
          sv | Paketet är på väg och det kommer till dig om en dag.
          pl | Paczka jest w drodze i przyjdzie do domu na drugi dzień po południu, ale nie rano.
          el | Το δέμα είναι στον δρόμο.
          ru | Посылка уже в пути и будет у вас в понедельник.
          uk | Посилка вже в дорозі та буде у вас за два дні.
          bg | Пратката е на път и ще бъде при вас до понеделник.
          ar | الطرد في الطريق وسيصل من المتجر إلى البيت.
          fa | بسته در راه است و به خانه می رسد.
          hi | पार्सल रास्ते में है।
          th | พัสดุกำลังเดินทาง
          zh | 包裹已经在路上了。
          ja | 荷物はもう発送されました。
          ko | 소포가 오는 중입니다.
          en | fn main() { let a = i + o; }
          en | 4711
          """)
  void sentence_isOfItsLanguage(String language, String sentence) {
    assertThat(Language.of(sentence).getLanguage()).isEqualTo(language);
  }
}
