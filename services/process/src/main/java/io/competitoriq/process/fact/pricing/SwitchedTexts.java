package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.fact.Billing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// Texts that a page's script chooses between by a switch for the billing: `x-text="annual ? '$24'
/// : '$32'"` of Alpine, `v-text` of Vue.
final class SwitchedTexts {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("x-text|x-html|v-text|v-html|:text|ng-bind");
  private static final Pattern CHOICE =
      Pattern.compile(
          "\\s*(?<not>!\\s*)?[\\w.$]*?(?<name>\\w+)(?:\\s*===?\\s*['\"`](?<value>\\w+)['\"`])?\\s*\\?\\s*['\"`](?<first>[^'\"`]{1,24})['\"`]\\s*:\\s*['\"`](?<second>[^'\"`]{1,24})['\"`]\\s*");
  private static final Pattern YEARLY = Pattern.compile("year|annual|jahr|annuel|anual|annuo");
  private static final Pattern MONTHLY =
      Pattern.compile("month|monat|mensuel|mensual|mensal|mensil");

  private SwitchedTexts() {}

  /// What an element shows on each side of the switch; empty where it has none.
  static List<Side> of(Element element) {
    List<Side> sides = new ArrayList<>();
    for (Attribute attribute : element.attributes()) {
      Matcher choice = CHOICE.matcher(attribute.getValue());
      if (ATTRIBUTE.matcher(attribute.getKey()).matches() && choice.matches()) {
        String value = choice.group("value");
        String asked = (value == null ? choice.group("name") : value).toLowerCase(Locale.ROOT);
        boolean yearly = YEARLY.matcher(asked).find();
        if (yearly != MONTHLY.matcher(asked).find()) {
          boolean first = yearly == (choice.group("not") == null);
          sides.add(new Side(choice.group("first"), first ? Billing.YEARLY : Billing.MONTHLY));
          sides.add(new Side(choice.group("second"), first ? Billing.MONTHLY : Billing.YEARLY));
        }
      }
    }
    return sides;
  }

  /// @param text what is shown
  /// @param billing the side of the switch it is shown on
  record Side(String text, Billing billing) {}
}
