package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.testroad.record.Manifest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {

  @TempDir Path folder;

  private String told(Language language, RunOutcome outcome) {
    StringWriter text = new StringWriter();
    new RunSummary(language, outcome, new PrintWriter(text, true)).print();
    return text.toString();
  }

  @Test
  void aRunIsToldInEnglish() {
    assertThat(told(Language.EN, new ToldRun(folder).outcome(Manifest.Status.COMPLETED)))
        .isEqualTo(
            """
            Simulated 20 min, until 2025-03-01 00:10:00, in 4 s (300 times faster than life).

            Traffic
              One vehicle drove; 0 arrived, 1 still on the road at the end, 0 taken off the road.
              No collision.

            Permits
              One application: temporary plate (1).
              No temporary plate issued, 0 renewed, 1 expired, 0 given back, 0 void.
              One application refused, for one reason; most often:
                once: The validity asked for is too long
              Sanctions: violations on record (1), suspensions (1).
                2025-03-01 00:06:30  The permit of vehicle pilot-1 is suspended until 2025-03-08 00:00:00 (rule “Automated driving needs a valid plate”).
              At the end 2 plates = 1 valid + 1 expired + 0 withdrawn + 0 returned.

            Rules
              One rule was applied; one was broken.
              “Automated driving needs a valid plate” (plate-valid) broken once, first at 2025-03-01 00:00:00 by vehicle pilot-1
                source: Order 164, article 48 (the text itself was seen)
                it saw: vehicle.mode='automated'

            Changes of driving mode that a rule forced
              2025-03-01 00:00:00  Vehicle pilot-1 changes from automated driving to a takeover request on road ring-2, as the rule “Automated driving needs a valid plate” demands; cause: a rule.

            Incidents
              One incident came to the command centre: 1 closed, 0 still open, no false alarm.
              One thing really happened: 1 found, 0 never found; no secondary crash.
              On the average: detection (T1−T0) 10 s, verification (T2−T1) 30 s, dispatch (T3−T2) 0 s, response (T4−T1) 2 min 30 s, roadway clearance RCT (T5−T1) 4 min 30 s, incident clearance ICT (T6−T1) 4 min 30 s, recovery (T7−T5) 31 s.
              Lanes blocked for 4.7 lane-minutes, 0.5 vehicle-hours of delay, riders stuck for 9.3 rider-minutes.
              At most 2 riders were stuck at a time; the longest wait took 4 min 39 s.
              Incident 1: vehicle standing still, road ring-2
                T0  2025-03-01 00:01:40  It happens.
                T1  2025-03-01 00:01:50  Sensor camera-3 (camera) reports: vehicle standing still, vehicle pilot-1, on road ring-2, lane 0, 10 s after it happened.
                T2  2025-03-01 00:02:20  Command centre district knows it to be true (camera): vehicle standing still, lane blocked, priority 3; plan stalled.
                T3  2025-03-01 00:02:20  Command centre district sends tow truck tow-1 to road ring-2 for towing under plan stalled: soonest there: tow-1 (1 min 35 s, 812 m), before tow-2 (2 min 10 s, 1400 m), one other; expected in 1 min 35 s, 812 m away.
                T4  2025-03-01 00:04:20  Unit tow-1 is on the scene, 2 min after it was sent.
                T5  2025-03-01 00:06:20  Command centre district: the roadway is clear, 4 min 30 s after the report.
                T6  2025-03-01 00:06:20  Unit tow-1 leaves the scene.
                    2025-03-01 00:06:20  Command centre district closes the incident, 4 min 30 s after the report.
                T7  2025-03-01 00:06:50  The traffic is as before.
                roadway clearance time (T5−T1) 4 min 30 s, incident clearance time (T6−T1) 4 min 30 s

            Violations on record
              speeding (1)
                2025-03-01 00:06:30  Vehicle pilot-1: speeding goes on the record of the operator (rule “Automated driving needs a valid plate”).

            Expectations
              FAILED: cleared in a minute – at 2025-03-01 00:10:00, scenario plate: It did not come within 60 s.
                values: event.type='incident-verified'

            The run is in runs/plate-1
            """);
  }

  @Test
  void aRunIsToldInChinese() {
    assertThat(told(Language.ZH, new ToldRun(folder).outcome(Manifest.Status.COMPLETED)))
        .isEqualTo(
            """
            模拟了 20 分钟,至 2025-03-01 00:10:00 止,用时 4 秒(为实际时间的 300 倍速)。

            交通
              共 1 辆车上路;0 辆到达,1 辆在结束时仍在路上,0 辆被移离道路。
              未发生碰撞。

            许可
              共收到 1 项申请:临时行驶车号牌(1)。
              核发临时行驶车号牌 0 副,换发 0 副,到期 1 副,交回 0 副,作废 0 副。
              不予许可 1 项,理由共 1 种,最常见的是:
                1 次:自动驾驶须持有效号牌
              处理措施:违规记录(1)、暂停许可(1)。
                2025-03-01 00:06:30  车辆 pilot-1 的许可被暂停,至 2025-03-08 00:00:00 止(规则“自动驾驶须持有效号牌”)。
              结束时号牌 2 副 = 有效 1 + 到期 1 + 作废 0 + 交回 0。

            规则
              适用规则 1 条,其中 1 条被违反。
              “自动驾驶须持有效号牌”(plate-valid)被违反 1 次,首次于 2025-03-01 00:00:00,车辆 pilot-1
                依据:Order 164,第 48 条(已见原文)
                所见事实:vehicle.mode='automated'

            因规则而改变的驾驶模式
              2025-03-01 00:00:00  车辆 pilot-1 在道路 ring-2 由自动驾驶转为接管请求,依据规则“自动驾驶须持有效号牌”,原因:规则。

            突发事件
              指挥中心共接报 1 起突发事件:1 起办结,0 起未办结,0 起误报。
              实际发生 1 起:发现 1 起,未被发现 0 起;二次事故 0 起。
              平均用时:发现时间(T1−T0)10 秒、核实时间(T2−T1)30 秒、派遣时间(T3−T2)0 秒、响应时间(T4−T1)2 分 30 秒、道路清空时间 RCT(T5−T1)4 分 30 秒、事件清除时间 ICT(T6−T1)4 分 30 秒、交通恢复时间(T7−T5)31 秒。
              车道占用 4.7 车道分钟,延误 0.5 车时,乘客受困 9.3 人分钟。
              同时受困乘客最多 2 人,单人最长受困 4 分 39 秒。
              事件 1:车辆停驶,道路 ring-2
                T0  2025-03-01 00:01:40  事件发生。
                T1  2025-03-01 00:01:50  感知设备 camera-3（摄像机）报告：车辆停驶，车辆 pilot-1，道路 ring-2，0 号车道，发生后 10 秒。
                T2  2025-03-01 00:02:20  指挥中心 district 核实属实（摄像机）：车辆停驶，车道受阻，优先级 3；预案 stalled。
                T3  2025-03-01 00:02:20  指挥中心 district 按预案 stalled 派拖车 tow-1 前往道路 ring-2 执行拖移：最快到达：tow-1（1 分 35 秒，812 m），优于tow-2（2 分 10 秒，1400 m）、其他 1 个；预计 1 分 35 秒，距离 812 m。
                T4  2025-03-01 00:04:20  tow-1 派遣后 2 分钟 到达现场。
                T5  2025-03-01 00:06:20  指挥中心 district：接报后 4 分 30 秒，道路恢复畅通。
                T6  2025-03-01 00:06:20  tow-1 撤离现场。
                    2025-03-01 00:06:20  指挥中心 district 在接报后 4 分 30 秒 办结事件。
                T7  2025-03-01 00:06:50  交通恢复正常。
                道路清空时间(T5−T1)4 分 30 秒,事件清除时间(T6−T1)4 分 30 秒

            记录在案的违规
              超速(1)
                2025-03-01 00:06:30  车辆 pilot-1:超速,记入运营主体名下(规则“自动驾驶须持有效号牌”)。

            预期
              不成立:cleared in a minute——于 2025-03-01 00:10:00,场景 plate:It did not come within 60 s.
                数值:event.type='incident-verified'

            运行结果在 runs/plate-1
            """);
  }

  @Test
  void aFailedExpectationEndsWithOneAndAnInterruptionWithItsOwnCode() {
    ToldRun run = new ToldRun(folder);
    assertThat(run.outcome(Manifest.Status.COMPLETED).exitCode()).isEqualTo(1);
    RunOutcome interrupted = run.outcome(Manifest.Status.INTERRUPTED);
    assertThat(interrupted.exitCode()).isEqualTo(130);
    assertThat(told(Language.EN, interrupted)).startsWith("Interrupted after 20 min");
  }

  @Test
  void theReportHoldsTheSame() throws Exception {
    StringWriter text = new StringWriter();
    RunOutcome outcome = new ToldRun(folder).outcome(Manifest.Status.COMPLETED);
    Printer.printJson(RunReport.of(outcome), new PrintWriter(text, true));
    JsonNode report = new ObjectMapper().readTree(text.toString());
    assertThat(report.get("digest").asText()).isEqualTo("sha256:" + "ab".repeat(32));
    assertThat(report.get("exitCode").asInt()).isEqualTo(1);
    JsonNode broken = report.get("rulesBroken").get("plate-valid");
    assertThat(broken.get("titleZh").asText()).isEqualTo("自动驾驶须持有效号牌");
    assertThat(broken.get("first").get("time").asText()).isEqualTo("2025-03-01T00:00+08:00");
    assertThat(report.get("expectations").get("failed").get(0).get("attributes").get("values"))
        .isNotNull();
  }
}
