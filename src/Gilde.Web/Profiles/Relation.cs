namespace Gilde.Web.Profiles;

/// <summary>What the viewer is to the owner of a profile, from farthest to nearest.</summary>
public enum Relation { Visitor, Member, Contact, Self }

public static class Relations
{
    /// <summary>Whether somebody in this relation belongs to the audience.</summary>
    public static bool Sees(this Relation relation, Audience audience) => audience switch
    {
        Audience.Everyone => true,
        Audience.Members => relation >= Relation.Member,
        Audience.Contacts => relation >= Relation.Contact,
        Audience.Nobody => relation == Relation.Self,
    };
}
