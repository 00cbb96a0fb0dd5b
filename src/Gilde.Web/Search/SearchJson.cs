namespace Gilde.Web.Search;

/// <summary>People found as JSON: the same that the page shows, flat.</summary>
internal static class SearchJson
{
    private sealed record Line(string Handle, string Name, string Headline, string Href, string? Picture, int? Degree, int Mutual, IReadOnlyList<ReasonLine> Reasons);

    private sealed record ReasonLine(string Kind, string Text);

    public static IResult List(HttpContext http, IReadOnlyList<FoundPerson> people, string? next) => http.JsonList(
        people.Select(p => new Line(p.Person.Handle, p.Person.Name, p.Person.Headline, p.Person.Href, p.Person.Picture, p.Nearness.Degree is 0 ? null : p.Nearness.Degree, p.Nearness.Mutual,
            p.Reasons.Select(r => new ReasonLine(r.Kind.ToString().ToLowerInvariant(), r.Text)).ToList())).ToList(), next);
}
