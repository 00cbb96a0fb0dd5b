using Gilde.Web.Contacts;
using Gilde.Web.Web.Design;
using Warmth = Gilde.Graph.Warmth;

namespace Gilde.Web.Introductions;

/// <summary>Routes in words. Of others' ties only the four steps are said, of the viewer's own a sentence.</summary>
internal static class RouteWords
{
    public static string Step(Texts t, Warmth warmth) => warmth switch
    {
        Warmth.Acquainted => t["acquainted"],
        Warmth.Warm => t["in touch"],
        Warmth.Close => t["close"],
        Warmth.VeryClose => t["very close"],
    };

    public static string OwnTie(Texts t, Warmth warmth, string name) => warmth switch
    {
        Warmth.Acquainted => t["You and {0} are in contact, with little talk so far.", name],
        Warmth.Warm => t["You and {0} have written to each other now and then.", name],
        Warmth.Close => t["You and {0} write regularly.", name],
        Warmth.VeryClose => t["You and {0} write often.", name],
    };

    public static string Degree(Texts t, int degree) => degree switch
    {
        1 => t["your contact"],
        2 => t["contact of a contact"],
        _ => t["over two people"],
    };

    /// <summary>"You both know Jana Weber and 3 others."</summary>
    public static string? Mutual(Texts t, Nearness nearness) => nearness switch
    {
        { Degree: 1 } or { Mutual: 0 } => null,
        { Closest: null } => t.Count(nearness.Mutual, "{0} contact in common", "{0} contacts in common"),
        { Mutual: 1 } => t["You both know {0}", nearness.Closest.Name],
        { Mutual: 2 } => t["You both know {0} and one other", nearness.Closest.Name],
        _ => t["You both know {0} and {1} others", nearness.Closest.Name, nearness.Mutual - 1],
    };

    public static string Label(Texts t, Route route) => t["Route to {0}", route.Target.Name];

    public static IReadOnlyList<RoutePerson> Chain(Texts t, Viewer viewer, Route route) => route.Stops.Select((stop, place) =>
    {
        var tie = stop.TieToNext is { } warmth ? (Level: (int)warmth + 1, Label: Step(t, warmth)) : (Level: 0, Label: "");
        if (place == 0) return new RoutePerson(viewer.Id, viewer.Name, Picture: stop.Person?.Picture, TieToNext: tie.Level, TieLabel: tie.Label, Called: t["You"]);
        return stop.Person is { } person
            ? new RoutePerson(person.Id, person.Name, person.Headline, person.Picture, person.Href, tie.Level, tie.Label)
            : new RoutePerson(null, t["a contact of {0}", route.Stops[place - 1].Person?.Name], TieToNext: tie.Level, TieLabel: tie.Label);
    }).ToList();

    /// <summary>The address that opens a message to a contact who may know somebody, with the question already put in polite words.</summary>
    public static string AskHref(Texts t, Viewer viewer, Person helper, Person target) => Draft(t, viewer, helper,
        t["I would like to get in touch with {0}. Do you happen to know them, or somebody who does?", target.Name] + " " + t["I would be glad of any hint."]);

    private static string Draft(Texts t, Viewer viewer, Person to, string ask)
    {
        var draft = $"{t["Hello {0},", to.Name]}\n\n{ask}\n\n{t["Many thanks and kind regards"]}\n{viewer.Name}";
        return $"/messages/new?to={Uri.EscapeDataString(to.Handle)}&draft={Uri.EscapeDataString(draft)}";
    }
}
