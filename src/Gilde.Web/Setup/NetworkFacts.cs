using Gilde.Web.Formats;

namespace Gilde.Web.Setup;

/// <summary>What the operator says about the network, checked.</summary>
public sealed record NetworkFacts(string Name, string Trade, Language Language, string Color, string Imprint, SignupMode Signup)
{
    public const int MaxImprint = 20_000;
    public const string OwnColor = "own";

    public static (NetworkFacts Facts, FieldErrors Errors) Read(Texts t, SetupForm form)
    {
        var errors = new FieldErrors();
        var facts = new NetworkFacts(
            VisibleText.Line(form.Network ?? ""),
            VisibleText.Line(form.Trade ?? ""),
            Languages.Parse(form.Language) ?? Language.German,
            (form.Color == OwnColor ? form.OwnColor : form.Color)?.ToLowerInvariant() ?? "",
            VisibleText.Block(form.Imprint ?? ""),
            SignupModes.Parse(form.Signup) ?? SignupMode.Open);
        if (facts.Name.Length == 0) errors.Add("network", t["Please give the network a name."]);
        errors.AtMost(60, t, "network", facts.Name);
        if (facts.Trade.Length == 0) errors.Add("trade", t["Please name the trade: wire and tube, for example."]);
        errors.AtMost(100, t, "trade", facts.Trade);
        if (!Brand.IsColor(facts.Color)) errors.Add("color", t["Please choose a colour."]);
        if (facts.Imprint.Length < 10) errors.Add("imprint", t["The law asks for an imprint: who runs this network, and how they are reached."]);
        errors.AtMost(MaxImprint, t, "imprint", facts.Imprint);
        if (SignupModes.Parse(form.Signup) is null) errors.Add("signup", t["Please choose who may join."]);
        return (facts, errors);
    }
}

public static class SignupModes
{
    public static string Code(this SignupMode mode) => mode switch
    {
        SignupMode.Open => "open",
        SignupMode.Invitation => "invitation",
        SignupMode.Approval => "approval",
    };

    public static SignupMode? Parse(string? code) => code switch
    {
        "open" => SignupMode.Open,
        "invitation" => SignupMode.Invitation,
        "approval" => SignupMode.Approval,
        _ => null,
    };
}
