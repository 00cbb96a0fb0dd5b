using System.Globalization;

namespace Gilde.Web.Contacts;

/// <summary>
/// What a form for exchanging cards sends: the reason, the ticked fields, whether the two have met. Read by hand, since a form without a
/// single tick has an empty body, which form binding refuses.
/// </summary>
public sealed record ExchangeForm(string? Reason, IReadOnlyCollection<long> Fields, bool Met)
{
    public static async ValueTask<ExchangeForm> BindAsync(HttpContext http)
    {
        var form = await http.Form();
        var fields = form["field"].Select(v => long.TryParse(v, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Take(CardField.MostPerMember);
        return new(form["reason"], [.. fields], form["met"] == "true");
    }
}
