using Gilde.Ties.Bench.Evaluation;
using Xunit;

namespace Gilde.Graph.Tests;

/// <summary>On the messages of a real network, tie strength tells better than the usual figures which pairs go on writing.</summary>
public class TiePredictionTests
{
    static readonly string? File = MessageHistory.Find(Checkout());

    static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Gilde.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? "";
    }

    [Fact]
    public void Strength_is_best_at_every_split()
    {
        Assert.SkipWhen(File is null, "The CollegeMsg data is not there.");
        var splits = Splits.ForMeasuring(MessageHistory.Read(File));
        Assert.Equal(Splits.Measured, splits.Select(s => s.Part));
        foreach (var split in splits)
        {
            var strength = Ranking.InUse.Auc(split.Pairs, split.Today);
            Assert.All(Ranking.Known, known => Assert.True(strength > known.Auc(split.Pairs, split.Today), $"{known.Name} after {split.Part:P0}"));
        }
    }

    [Fact]
    public void The_usual_figures_are_as_known()
    {
        Assert.SkipWhen(File is null, "The CollegeMsg data is not there.");
        var splits = Splits.ForMeasuring(MessageHistory.Read(File));
        var areas = Ranking.Known.ToDictionary(r => r.Name, r => splits.Select(s => Math.Round(r.Auc(s.Pairs, s.Today), 3)).ToArray());
        Assert.Equal([0.664, 0.662, 0.662, 0.677], areas["count"]);
        Assert.Equal([0.669, 0.728, 0.726, 0.715], areas["recency"]);
        Assert.Equal([0.695, 0.739, 0.730, 0.727], areas["turn days"]);
    }
}
