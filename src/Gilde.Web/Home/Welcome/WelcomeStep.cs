using Gilde.Web.Profiles;

namespace Gilde.Web.Home.Welcome;

/// <summary>What a new member is asked on their first page, in this order.</summary>
public enum WelcomeStep { Line, Picture, Contacts, People }

public static class WelcomeSteps
{
    public static string Code(this WelcomeStep step) => step switch
    {
        WelcomeStep.Line => "line",
        WelcomeStep.Picture => "picture",
        WelcomeStep.Contacts => "contacts",
        WelcomeStep.People => "people",
    };

    public static WelcomeStep? Parse(string? code) => Enum.GetValues<WelcomeStep>().Cast<WelcomeStep?>().FirstOrDefault(s => s!.Value.Code() == code);

    /// <summary>What is remembered of a step that was skipped: the same hints that profile and home page then leave out as well.</summary>
    public static string Hint(this WelcomeStep step) => step switch
    {
        WelcomeStep.Line => DismissedHint.Headline,
        WelcomeStep.Picture => DismissedHint.Picture,
        WelcomeStep.Contacts => DismissedHint.BringContacts,
        WelcomeStep.People => DismissedHint.FindPeople,
    };
}
